#include "text/label.hpp"
#include "text/test_fonts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <thread>
#include <vector>

namespace jinsha::text {
namespace {

const LabelColors kBlack{.r = 0, .g = 0, .b = 0, .a = 1};
const LabelColors kRedOnWhiteHalo{
    .r = 1, .a = 1, .halo_r = 1, .halo_g = 1, .halo_b = 1, .halo_a = 0.9, .halo_width_px = 1.6};

Label label(std::string_view text, const LabelColors& colors = kBlack, double rotate_deg = 0) {
    return {shape(test_fonts(), text, {.size_px = 20}), colors, rotate_deg};
}

LabelPicture drawn(const Label& label, double x_fraction = 0, double y_fraction = 0) {
    return draw_label(test_fonts(), label, x_fraction, y_fraction);
}

/// Middle of the ink, weighted by alpha, from the label's origin.
struct Middle {
    double x{}, y{};
};

Middle middle_of(const LabelPicture& label) {
    double sum = 0, x = 0, y = 0;
    for (int row = 0; row < label.picture.height_px(); ++row) {
        for (int column = 0; column < label.picture.width_px(); ++column) {
            const double alpha = label.picture.pixel(column, row)[3];
            sum += alpha;
            x += alpha * (label.left_px + column + 0.5);
            y += alpha * (label.top_px + row + 0.5);
        }
    }
    return {x / sum, y / sum};
}

int alpha_at(const LabelPicture& label, int x, int y) {
    const int column = x - label.left_px, row = y - label.top_px;
    if (column < 0 || row < 0 || column >= label.picture.width_px() || row >= label.picture.height_px())
        return 0;
    return label.picture.pixel(column, row)[3];
}

TEST(DrawLabel, DrawsAroundTheOrigin) {
    const LabelPicture picture = drawn(label("国国国"));
    EXPECT_NEAR(middle_of(picture).x, 0, 0.5);
    EXPECT_NEAR(middle_of(picture).y, 0, 0.5);
    EXPECT_NEAR(picture.picture.width_px(), 58, 2);
    EXPECT_NEAR(picture.picture.height_px(), 19, 2);
}

TEST(DrawLabel, DrawsPremultipliedColorsInTheOrderBgra) {
    const LabelPicture picture = drawn(label("█", {.r = 1, .g = 0.5, .b = 0, .a = 0.5}));
    const auto middle = picture.picture.pixel(-picture.left_px, -picture.top_px);
    EXPECT_EQ(middle[0], 0);
    EXPECT_NEAR(middle[1], 64, 1);
    EXPECT_NEAR(middle[2], 128, 1);
    EXPECT_NEAR(middle[3], 128, 1);
}

TEST(DrawLabel, MovesTheInkWithTheFraction) {
    const Label text = label("金沙湖");
    const Middle at_0 = middle_of(drawn(text));
    for (const double fraction : {0.25, 0.5, 0.75}) {
        EXPECT_NEAR(middle_of(drawn(text, fraction, 0)).x - at_0.x, fraction, 0.02);
        EXPECT_NEAR(middle_of(drawn(text, 0, fraction)).y - at_0.y, fraction, 0.02);
    }
}

TEST(DrawLabel, RoundsFractionsDownToQuarters) {
    const Label text = label("金沙湖");
    EXPECT_EQ(drawn(text, 0.49, 0.99).picture, drawn(text, 0.25, 0.75).picture);
}

TEST(DrawLabel, LaysAHaloAsWideAsAskedAroundTheInk) {
    const LabelPicture picture = drawn(label("█", kRedOnWhiteHalo));  // one em: ink from -10 to 10
    EXPECT_EQ(alpha_at(picture, -10, 0), 255);
    EXPECT_EQ(alpha_at(picture, -11, 0), 230);  // 90 % of 255
    EXPECT_NEAR(alpha_at(picture, -12, 0), 0.6 * 230, 1);
    EXPECT_EQ(alpha_at(picture, -13, 0), 0);
    for (const std::uint8_t channel : picture.picture.pixel(-11 - picture.left_px, -picture.top_px))
        EXPECT_EQ(channel, 230);  // white
}

TEST(DrawLabel, DrawsNoHaloWithoutColorOrWidth) {
    LabelColors transparent = kRedOnWhiteHalo, thin = kRedOnWhiteHalo, none = kRedOnWhiteHalo;
    transparent.halo_a = 0;
    thin.halo_width_px = 0;
    none.halo_a = none.halo_width_px = 0;
    EXPECT_EQ(drawn(label("国", transparent)).picture, drawn(label("国", none)).picture);
    EXPECT_EQ(drawn(label("国", thin)).picture, drawn(label("国", none)).picture);
}

TEST(DrawLabel, KeepsAGlyphClearOfItsNeighboursHalo) {
    // Blue and green of red ink come from the halo alone: none may lie where a glyph covers a pixel wholly.
    Label text = label("国国", kRedOnWhiteHalo);
    text.shaped.glyphs[1].x = text.shaped.glyphs[0].x + 18.5;  // the second halo reaches over the first glyph
    const LabelPicture haloed = drawn(text);
    text.colors.halo_a = 0;
    const LabelPicture bare = drawn(text);
    int covered = 0;
    for (int y = -12; y < 12; ++y) {
        for (int x = -24; x < 24; ++x) {
            if (alpha_at(bare, x, y) < 255) continue;
            ++covered;
            EXPECT_EQ(haloed.picture.pixel(x - haloed.left_px, y - haloed.top_px)[0], 0) << x << ' ' << y;
        }
    }
    EXPECT_GT(covered, 50);
}

TEST(DrawLabel, DoesNotThickenTheHaloWhereTwoOverlap) {
    const LabelPicture picture = drawn(label("国国", kRedOnWhiteHalo));
    for (int x = -4; x < 4; ++x) EXPECT_LE(alpha_at(picture, x, -11), 230) << x;
}

TEST(DrawLabel, SwapsTheExtentsWhenTurnedByARightAngle) {
    const LabelPicture upright = drawn(label("金沙湖"));
    const LabelPicture turned = drawn(label("金沙湖", kBlack, 90));
    EXPECT_NEAR(turned.picture.width_px(), upright.picture.height_px(), 1);
    EXPECT_NEAR(turned.picture.height_px(), upright.picture.width_px(), 1);
}

TEST(DrawLabel, TurnsClockwise) {
    const Middle upright = middle_of(drawn(label("国一一一")));  // most ink on the left
    const Middle turned = middle_of(drawn(label("国一一一", kBlack, 90)));
    EXPECT_LT(upright.x, -5);
    EXPECT_LT(turned.y, -5);
    EXPECT_NEAR(turned.x, -upright.y, 0.2);
}

TEST(DrawLabel, TurnsInFullCirclesToTheSamePicture) {
    const LabelPicture upright = drawn(label("金沙"));
    const LabelPicture turned = drawn(label("金沙", kBlack, 360));
    EXPECT_NEAR(middle_of(turned).x, middle_of(upright).x, 0.1);
    EXPECT_NEAR(turned.picture.width_px(), upright.picture.width_px(), 1);
}

TEST(DrawLabel, DrawsTheSameFromSeveralThreads) {
    const auto fonts = FontSet::load();
    ASSERT_TRUE(fonts);
    const auto draw_all = [&fonts = **fonts] {
        std::vector<image::Image> pictures;
        for (const char* text :
             {"格里坪工业园区", "West District", "金沙湖 Lake", "水文章\U0001F3D7", "清香坪街道"}) {
            for (const double size : {11.0, 12.0, 17.0})
                for (const double angle : {0.0, 30.0})
                    pictures.push_back(
                        draw_label(fonts, {shape(fonts, text, {.size_px = size}), kRedOnWhiteHalo, angle},
                                   0.25, 0)
                            .picture);
        }
        return pictures;
    };
    std::vector<std::vector<image::Image>> results(4);
    std::vector<std::jthread> threads;
    for (auto& result : results) threads.emplace_back([&] { result = draw_all(); });
    threads.clear();
    for (const auto& result : results) EXPECT_EQ(result, results[0]);
    EXPECT_EQ(draw_all(), results[0]);
}

TEST(DrawLabel, DrawsABoxForACharacterThatNoFontHas) {
    EXPECT_FALSE(drawn(label("\U0010FFFD")).picture.is_empty());
}

TEST(DrawLabel, DrawsNothingForSpacesAndEmptyTexts) {
    EXPECT_TRUE(drawn(label("")).picture.is_empty());
    EXPECT_TRUE(drawn(label(" \n ")).picture.is_empty());
}

TEST(DrawLabel, DrawsAGroupOfALineLabelAsItStandsInTheText) {
    const Label text = label("金沙");
    const auto groups = glyph_groups(text.shaped);
    const LabelPicture alone = drawn({group_text(text.shaped, groups[1]), kBlack, 0});
    const LabelPicture whole = drawn(text);
    for (int y = -12; y < 12; ++y)
        for (int x = 1; x < 19; ++x)
            EXPECT_EQ(alpha_at(alone, x - 10, y), alpha_at(whole, x, y)) << x << ' ' << y;
}

TEST(DrawLabel, SurvivesSizesThatMakeNoSense) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    for (const double size : {0.0, -5.0, kNan, -kInfinity})
        EXPECT_TRUE(
            drawn({shape(test_fonts(), "金", {.size_px = size}), kRedOnWhiteHalo, 0}).picture.is_empty());
    const LabelPicture huge =
        drawn({shape(test_fonts(), "金沙湖公园金沙湖公园", {.size_px = 1e9}), kBlack, 0});
    EXPECT_LE(huge.picture.width_px(), 8192);
    EXPECT_TRUE(shape(test_fonts(), "金", {.letter_spacing_px = kNan}).glyphs.empty());
    LabelColors wide = kRedOnWhiteHalo;
    wide.halo_width_px = 1e9;
    EXPECT_LT(drawn(label("金", wide)).picture.width_px(), 200);
}

}  // namespace
}  // namespace jinsha::text
