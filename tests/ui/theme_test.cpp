#include "ui/theme.hpp"

#include <gtest/gtest.h>

namespace jinsha::ui {
namespace {

/// WCAG 2.1, success criterion 1.4.3: text.
constexpr double kTextContrast = 4.5;
/// Success criterion 1.4.11: what one must see to use a control.
constexpr double kControlContrast = 3;

class Themes : public testing::TestWithParam<ThemeName> {
protected:
    const Palette& colors{palette(GetParam())};
};

INSTANTIATE_TEST_SUITE_P(Both, Themes, testing::Values(ThemeName::Light, ThemeName::Dark),
                         [](const auto& theme) {
                             return theme.param == ThemeName::Light ? "Light" : "Dark";
                         });

TEST_P(Themes, TextIsReadableOnEveryGroundItStandsOn) {
    for (const Rgba ground : {colors.panel, colors.hover, colors.pressed, colors.chip}) {
        EXPECT_GE(contrast(colors.text, ground), kTextContrast);
        EXPECT_GE(contrast(colors.secondary_text, ground), kTextContrast);
    }
    EXPECT_GE(contrast(colors.on_accent, colors.accent), kTextContrast);
    EXPECT_GE(contrast(colors.tip_text, colors.tip), kTextContrast);
    EXPECT_GE(contrast(colors.tip_secondary_text, colors.tip), kTextContrast);
}

TEST_P(Themes, ColoursWithAMeaningAreReadableAsText) {
    for (const Rgba color : {colors.accent, colors.error, colors.warning, colors.done}) {
        EXPECT_GE(contrast(color, colors.panel), kTextContrast);
        EXPECT_GE(contrast(color, colors.hover), kTextContrast);
    }
}

TEST_P(Themes, TheFocusRingIsSeenOnThePanel) {
    EXPECT_GE(contrast(colors.focus, colors.panel), kControlContrast);
    EXPECT_GE(contrast(colors.focus, colors.hover), kControlContrast);
}

TEST(ThemeColor, CarriesWhiteTextAndIcons) {
    for (const char* theme :
         {"industry", "logistics", "energy", "agriculture", "water-landscape", "culture-tourism",
          "urban-renewal", "transport", "public-service", "innovation", "ecology"}) {
        const auto color = theme_color(theme);
        ASSERT_TRUE(color) << theme;
        EXPECT_GE(contrast(*color, rgb(0xFFFFFF)), kTextContrast) << theme;
    }
}

TEST(ThemeColor, IsNoneForAWordThatIsNoTheme) {
    EXPECT_FALSE(theme_color("housing"));
    EXPECT_FALSE(theme_color(""));
}

TEST(Contrast, AgreesWithKnownPairs) {
    EXPECT_NEAR(contrast(rgb(0xFFFFFF), rgb(0x000000)), 21, 1e-9);
    // WebAIM's contrast checker: #777777 on white is 4.48.
    EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.005);
}

}  // namespace
}  // namespace jinsha::ui
