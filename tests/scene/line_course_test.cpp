#include "scene/line_course.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace jinsha::scene {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr double kEverywhere = 1e12;
constexpr GridBox kWorld{-kEverywhere, -kEverywhere, kEverywhere, kEverywhere};

const std::vector<GridPoint> kCorner{{0, 0}, {10, 0}, {10, 30}};

TEST(LineCourse, IsMeasuredAlong) {
    const LineCourse course{kCorner};
    EXPECT_EQ(course.length_px(), 40);
    EXPECT_EQ(course.at(5), (GridPoint{5, 0}));
    EXPECT_EQ(course.at(10), (GridPoint{10, 0}));
    EXPECT_EQ(course.at(25), (GridPoint{10, 15}));
}

TEST(LineCourse, EndsAtItsEnds) {
    const LineCourse course{kCorner};
    EXPECT_EQ(course.at(-1), (GridPoint{0, 0}));
    EXPECT_EQ(course.at(41), (GridPoint{10, 30}));
}

TEST(LineCourse, LeavesRepeatedPointsOut) {
    const LineCourse course{std::vector<GridPoint>{{0, 0}, {0, 0}, {10, 0}, {10, 0}, {20, 0}}};
    EXPECT_THAT(course.points(), SizeIs(3));
    EXPECT_EQ(course.at(15), (GridPoint{15, 0}));
}

TEST(LineCourse, MayBeNoLineAtAll) {
    EXPECT_EQ(LineCourse{}.length_px(), 0);
    EXPECT_EQ(LineCourse{}.at(3), (GridPoint{}));
    const LineCourse point{std::vector<GridPoint>{{3, 4}, {3, 4}}};
    EXPECT_EQ(point.length_px(), 0);
    EXPECT_EQ(point.at(7), (GridPoint{3, 4}));
    EXPECT_EQ(point.mean(0, 1), (GridPoint{3, 4}));
    EXPECT_THAT(anchors_along(point, 10, 0, kWorld), IsEmpty());
    EXPECT_THAT(anchors_along(LineCourse{}, 10, 0, kWorld), IsEmpty());
}

TEST(LineCourse, AveragesItsPoints) {
    const LineCourse course{kCorner};
    EXPECT_EQ(course.mean(0, 10), (GridPoint{5, 0}));
    // Ten pixels with mean (5, 0) and thirty with mean (10, 15).
    EXPECT_EQ(course.mean(0, 40), (GridPoint{(10 * 5 + 30 * 10) / 40.0, 30 * 15 / 40.0}));
    EXPECT_EQ(course.mean(30, 100), (GridPoint{10, 25}));
}

TEST(Smoothed, KeepsAStraightLineAndTheEnds) {
    const LineCourse line{std::vector<GridPoint>{{0, 0}, {100, 0}}};
    const SmoothPiece piece = smoothed(line, 30, 1000, 12);
    EXPECT_DOUBLE_EQ(piece.course.length_px(), 100);
    EXPECT_DOUBLE_EQ(piece.middle_px, 30);
    EXPECT_EQ(piece.course.at(0), (GridPoint{0, 0}));
    EXPECT_EQ(piece.course.at(100), (GridPoint{100, 0}));
}

TEST(Smoothed, TakesTheZigzagOut) {
    std::vector<GridPoint> zigzag;
    for (int i = 0; i <= 100; ++i) zigzag.push_back({i * 3.0, i % 2 ? 2.0 : -2.0});
    const SmoothPiece piece = smoothed(LineCourse{zigzag}, 200, 100, 20);
    for (const GridPoint& p : piece.course.points()) EXPECT_NEAR(p.y, 0, 0.4);
}

TEST(AnchorsAlong, BeginAtTheMiddle) {
    const LineCourse line{std::vector<GridPoint>{{0, 0}, {100, 0}}};
    const auto anchors = anchors_along(line, 20, 15, kWorld);
    ASSERT_THAT(anchors, SizeIs(3));
    EXPECT_EQ(anchors[0], (LineAnchor{-1, 30, {30, 0}}));
    EXPECT_EQ(anchors[1], (LineAnchor{0, 50, {50, 0}}));
    EXPECT_EQ(anchors[2], (LineAnchor{1, 70, {70, 0}}));
}

TEST(AnchorsAlong, NeedTheirMargin) {
    const LineCourse line{std::vector<GridPoint>{{0, 0}, {100, 0}}};
    EXPECT_THAT(anchors_along(line, 20, 50, kWorld), SizeIs(1));
    EXPECT_THAT(anchors_along(line, 20, 50.1, kWorld), IsEmpty());
}

TEST(AnchorsAlong, AreTheSameInWhateverBoxesTheyAreAskedFor) {
    std::mt19937 random{5};
    std::vector<GridPoint> points;
    GridPoint p;
    for (int i = 0; i < 300; ++i) {
        p.x += static_cast<double>(random() % 200) - 70;
        p.y += static_cast<double>(random() % 200) - 130;
        points.push_back(p);
    }
    const LineCourse course{points};
    const auto whole = anchors_along(course, 37, 20, kWorld);
    EXPECT_EQ(whole.size(), 1 + 2 * static_cast<std::size_t>((course.length_px() / 2 - 20) / 37));
    std::vector<LineAnchor> joined;
    for (int row = -80; row < 80; ++row) {
        for (int column = -80; column < 80; ++column) {
            const auto some = anchors_along(
                course, 37, 20, {column * 256.0, row * 256.0, column * 256.0 + 256, row * 256.0 + 256});
            joined.insert(joined.end(), some.begin(), some.end());
        }
    }
    std::ranges::sort(joined, {}, &LineAnchor::number);
    EXPECT_EQ(joined, whole);
}

TEST(AnchorsAlong, AreFoundQuicklyOnASegmentAcrossTheWorld) {
    const LineCourse line{std::vector<GridPoint>{{-1e11, 50}, {1e11, 60}}};
    const auto anchors = anchors_along(line, 100, 50, {0, 0, 1000, 100});
    EXPECT_THAT(anchors, SizeIs(10));
}

}  // namespace
}  // namespace jinsha::scene
