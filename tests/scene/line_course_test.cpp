#include "scene/line_course.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
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

/// Clockwise as seen by the reader, round the origin.
LineCourse arc(double radius, double from_deg, double to_deg) {
    std::vector<GridPoint> points;
    for (int i = 0; i <= 400; ++i) {
        const double angle = (from_deg + (to_deg - from_deg) * i / 400) * std::numbers::pi / 180;
        points.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return LineCourse{points};
}

TEST(Beside, LiesToTheRightOrToTheLeft) {
    const SmoothPiece line{LineCourse{std::vector<GridPoint>{{0, 0}, {100, 0}}}, 40};
    const SmoothPiece right = beside(line, 5, 20, 6);
    EXPECT_EQ(right.course.at(right.middle_px), (GridPoint{40, 5}));
    EXPECT_GE(right.middle_px, 20);
    EXPECT_GE(right.course.length_px() - right.middle_px, 20);
    const SmoothPiece left = beside(line, -5, 20, 6);
    EXPECT_EQ(left.course.at(left.middle_px), (GridPoint{40, -5}));
}

TEST(Beside, IsShorterInsideABendAndLongerOutside) {
    const SmoothPiece bend{arc(100, 180, 360), 100 * std::numbers::pi / 2};
    const double everything = 1000;
    EXPECT_NEAR(beside(bend, 40, everything, 3).course.length_px(), 60 * std::numbers::pi, 1.5);
    EXPECT_NEAR(beside(bend, -40, everything, 3).course.length_px(), 140 * std::numbers::pi, 1.5);
}

TEST(Beside, EndsWithTheLine) {
    const SmoothPiece line{LineCourse{std::vector<GridPoint>{{0, 0}, {100, 0}}}, 95};
    const SmoothPiece right = beside(line, 5, 20, 6);
    EXPECT_NEAR(right.course.length_px() - right.middle_px, 5, 1e-9);
}

TEST(Beside, EndsWhereItWouldTurnBack) {
    std::vector<GridPoint> hook{{-100, -10}};  // then a half circle of 10 px, and back
    const auto turn = arc(10, 270, 450);
    hook.insert(hook.end(), turn.points().begin(), turn.points().end());
    hook.push_back({-100, 10});
    const SmoothPiece line{LineCourse{hook}, 60};
    const SmoothPiece inner = beside(line, 30, 1000, 3);
    for (const GridPoint& p : inner.course.points()) EXPECT_NEAR(p.y, 20, 3);
    EXPECT_LT(inner.course.length_px(), 110);
    const SmoothPiece outer = beside(line, -30, 1000, 3);
    EXPECT_NEAR(outer.course.length_px(), 200 + 40 * std::numbers::pi, 2);
}

TEST(Beside, IsAPointForAPoint) {
    EXPECT_EQ(beside({}, 5, 20, 6).course.length_px(), 0);
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
