#include "scene/line_label.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace jinsha::scene {
namespace {

using testing::DoubleNear;
using testing::IsEmpty;
using testing::SizeIs;

/// Three Chinese characters of 16 px, 4 px apart: 56 px.
const std::vector<GlyphSpan> kRiver{{-20, 16}, {0, 16}, {20, 16}};
const LineTextFormat kFormat{16, 0, true, false};
const LineTextFormat kChinese{16, 0, true, true};

LineCourse line(std::vector<GridPoint> points) {
    return LineCourse{points};
}

LineCourse arc(double radius, double from_deg, double to_deg) {
    std::vector<GridPoint> points;
    for (int i = 0; i <= 200; ++i) {
        const double angle = (from_deg + (to_deg - from_deg) * i / 200) * std::numbers::pi / 180;
        points.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return LineCourse{points};
}

TEST(LineLabel, StandsOnAStraightLine) {
    const auto text = set_along(line({{0, 10}, {100, 10}}), 50, kRiver, kFormat);
    ASSERT_TRUE(text);
    ASSERT_THAT(text->spots, SizeIs(3));
    EXPECT_EQ(text->spots[0].middle, (GridPoint{30, 10}));
    EXPECT_EQ(text->spots[2].middle, (GridPoint{70, 10}));
    EXPECT_EQ(text->spots[1].rotate_deg, 0);
    EXPECT_EQ(text->bend_deg, 0);
}

TEST(LineLabel, IsTurnedRoundOnALineThatRunsWest) {
    const auto text = set_along(line({{100, 10}, {0, 10}}), 50, kRiver, kFormat);
    ASSERT_TRUE(text);
    EXPECT_EQ(text->spots[0].middle, (GridPoint{30, 10}));
    EXPECT_EQ(text->spots[0].rotate_deg, 0);
}

TEST(LineLabel, StandsOnItsHeadWhenItMay) {
    const auto text = set_along(line({{100, 10}, {0, 10}}), 50, kRiver, {16, 0, false, false});
    ASSERT_TRUE(text);
    EXPECT_EQ(text->spots[0].middle, (GridPoint{70, 10}));
    EXPECT_EQ(std::abs(text->spots[0].rotate_deg), 180);
}

TEST(LineLabel, LiesBelowTheLineAsTheReaderSeesIt) {
    LineTextFormat below = kFormat;
    below.across_px = 5;
    EXPECT_EQ(set_along(line({{0, 10}, {100, 10}}), 50, kRiver, below)->spots[1].middle.y, 15);
    EXPECT_EQ(set_along(line({{100, 10}, {0, 10}}), 50, kRiver, below)->spots[1].middle.y, 15);
}

TEST(LineLabel, SetsChineseOneBelowTheOtherWhereTheLineIsSteep) {
    for (const auto& course : {line({{10, 0}, {10, 100}}), line({{10, 100}, {10, 0}})}) {
        const auto text = set_along(course, 50, kRiver, kChinese);
        ASSERT_TRUE(text);
        EXPECT_THAT(text->spots[0].middle.y, DoubleNear(30, 1e-9));
        EXPECT_THAT(text->spots[2].middle.y, DoubleNear(70, 1e-9));
        EXPECT_THAT(text->spots[0].rotate_deg, DoubleNear(0, 1e-9));
    }
}

TEST(LineLabel, TurnsOtherTextsWithASteepLine) {
    const auto text = set_along(line({{10, 0}, {10, 100}}), 50, kRiver, kFormat);
    ASSERT_TRUE(text);
    EXPECT_THAT(text->spots[1].rotate_deg, DoubleNear(90, 1e-9));
}

TEST(LineLabel, NeedsALineAsLongAsItself) {
    EXPECT_TRUE(set_along(line({{0, 0}, {56, 0}}), 28, kRiver, kFormat));
    EXPECT_FALSE(set_along(line({{0, 0}, {55, 0}}), 27.5, kRiver, kFormat));
    EXPECT_FALSE(set_along(line({{0, 0}, {100, 0}}), 20, kRiver, kFormat));
    EXPECT_FALSE(set_along(LineCourse{}, 0, kRiver, kFormat));
}

TEST(LineLabel, FollowsAWideBendWithEachGlyph) {
    const auto text = set_along(arc(60, 180, 360), 60 * std::numbers::pi / 2, kRiver, kFormat);
    ASSERT_TRUE(text);
    const double turn = 20 / 60.0 * 180 / std::numbers::pi;
    EXPECT_THAT(text->spots[0].rotate_deg, DoubleNear(-turn, 0.5));
    EXPECT_THAT(text->spots[1].rotate_deg, DoubleNear(0, 0.5));
    EXPECT_THAT(text->spots[2].rotate_deg, DoubleNear(turn, 0.5));
    EXPECT_THAT(text->bend_deg, DoubleNear(2 * turn, 1));
}

TEST(LineLabel, IsNotBentTooMuch) {
    EXPECT_FALSE(set_along(arc(30, 180, 360), 30 * std::numbers::pi / 2, kRiver, kFormat));
    EXPECT_FALSE(set_along(line({{0, 0}, {50, 0}, {50, 50}}), 50, kRiver, kFormat));
}

double apart(const GlyphSpot& a, const GlyphSpot& b) {
    return std::hypot(b.middle.x - a.middle.x, b.middle.y - a.middle.y);
}

TEST(LineLabel, KeepsTheDistanceOfItsGlyphsOnBothSidesOfABend) {
    for (const double across : {-24.0, 24.0}) {
        LineTextFormat format = kFormat;
        format.across_px = across;
        const auto text = set_along(arc(120, 180, 360), 120 * std::numbers::pi / 2, kRiver, format);
        ASSERT_TRUE(text);
        EXPECT_THAT(apart(text->spots[0], text->spots[1]), DoubleNear(20, 0.3)) << across;
        EXPECT_THAT(apart(text->spots[1], text->spots[2]), DoubleNear(20, 0.3)) << across;
        EXPECT_THAT(text->spots[1].middle.y, DoubleNear(across - 120, 0.5)) << across;
    }
}

TEST(LineLabel, IsNotSqueezedIntoABendTighterThanItIsAway) {
    LineTextFormat format = kFormat;
    format.across_px = 70;
    EXPECT_FALSE(set_along(arc(60, 180, 360), 60 * std::numbers::pi / 2, kRiver, format));
    format.across_px = -70;
    EXPECT_TRUE(set_along(arc(60, 180, 360), 60 * std::numbers::pi / 2, kRiver, format));
}

TEST(LineTexts, PrefersTheStraightPartBesideACorner) {
    const auto texts = line_texts(line({{0, 0}, {300, 0}, {300, 300}}), 300, 150, 8, kRiver, kFormat);
    ASSERT_FALSE(texts.empty());
    EXPECT_LT(texts.front().bend_deg, 1);
    EXPECT_GT(texts.back().bend_deg, texts.front().bend_deg - 1e-9);
}

TEST(LineTexts, StayAtTheAnchorOfAStraightLine) {
    const auto texts = line_texts(line({{0, 0}, {500, 0}}), 250, 100, 8, kRiver, kFormat);
    ASSERT_THAT(texts, SizeIs(8));
    EXPECT_THAT(texts[0].spots[1].middle.x, DoubleNear(250, 1e-6));
    for (const LineText& text : texts) {
        EXPECT_LE(std::abs(text.spots[1].middle.x - 250), 100.001);
    }
}

TEST(LineTexts, KeepTheDistanceOfTheirGlyphsOnACrookedLine) {
    std::vector<GridPoint> crooked;
    for (int i = 0; i <= 200; ++i) crooked.push_back({i * 3.0, i % 2 ? 3.0 : -3.0});
    const auto texts = line_texts(line(crooked), 400, 0, 1, kRiver, kFormat);
    ASSERT_THAT(texts, SizeIs(1));
    const auto& spots = texts[0].spots;
    EXPECT_THAT(spots[1].middle.x - spots[0].middle.x, DoubleNear(20, 0.5));
    EXPECT_LT(texts[0].bend_deg, 6);
}

TEST(LineTexts, FindNoPlaceOnAShortLine) {
    EXPECT_THAT(line_texts(line({{0, 0}, {40, 0}}), 20, 100, 8, kRiver, kFormat), IsEmpty());
    EXPECT_THAT(line_texts(LineCourse{}, 0, 100, 8, kRiver, kFormat), IsEmpty());
}

}  // namespace
}  // namespace jinsha::scene
