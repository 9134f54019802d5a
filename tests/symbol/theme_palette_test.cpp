#include "symbol/theme_palette.hpp"

#include "symbol/pixels.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace jinsha::symbol {
namespace {

/// Relative luminance of WCAG 2.1.
double luminance(Rgb color) {
    const auto linear = [](std::uint8_t value) {
        const double share = value / 255.0;
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

TEST(ThemePalette, HasElevenThemesEachWithAColorOfItsOwn) {
    std::set<Rgb> colors;
    for (const Theme& theme : themes()) colors.insert(theme.color);
    EXPECT_EQ(themes().size(), 11u);
    EXPECT_EQ(colors.size(), 11u);
}

TEST(ThemePalette, LetsWhiteBeReadOnEveryColor) {
    for (const Theme& theme : themes())
        EXPECT_GE(1.05 / (luminance(theme.color) + 0.05), 4.5) << theme.id;  // WCAG 2.1, 1.4.3 (AA)
    EXPECT_GE(1.05 / (luminance(kUnknownThemeColor) + 0.05), 4.5);
}

TEST(ThemePalette, FindsAThemeByItsId) {
    EXPECT_EQ(theme_color("water-landscape"), (Rgb{0x1F, 0x73, 0x99}));
    EXPECT_EQ(theme_color("Energy"), std::nullopt);
    EXPECT_EQ(theme_color(""), std::nullopt);
}

}  // namespace
}  // namespace jinsha::symbol
