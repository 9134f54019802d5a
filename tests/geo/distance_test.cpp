#include "geo/distance.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace jinsha::geo {
namespace {

Geometry square_with_hole() {
    Geometry g{GeometryType::Polygon, {{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, {5}};
    for (const MapPoint& p : {MapPoint{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}}) g.points.push_back(p);
    g.end_part();
    return g;
}

TEST(Contains, TellsInsideFromOutsideAndFromHoles) {
    const Geometry g = square_with_hole();
    EXPECT_TRUE(contains(g.view(), {1, 1}));
    EXPECT_FALSE(contains(g.view(), {5, 5}));
    EXPECT_FALSE(contains(g.view(), {11, 5}));
    EXPECT_FALSE(contains(g.view(), {NAN, 5}));
}

TEST(Contains, FillsASelfIntersectingRingAsThePainterDoes) {
    // A ring that runs twice around its middle: non-zero fills it, even-odd would not.
    const Geometry g{
        GeometryType::Polygon, {{0, 0}, {6, 0}, {6, 6}, {2, 6}, {2, 2}, {8, 2}, {8, 8}, {0, 8}, {0, 0}}, {9}};
    EXPECT_TRUE(contains(g.view(), {4, 4}));
}

TEST(Contains, IsFalseForLinesAndPoints) {
    EXPECT_FALSE(
        contains(Geometry{GeometryType::Line, {{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {4}}.view(), {0.5, 0.2}));
}

TEST(Distance, GoesToTheNearestPointOfASegment) {
    EXPECT_DOUBLE_EQ(distance_to_segment({5, 3}, {0, 0}, {10, 0}), 3);
    EXPECT_DOUBLE_EQ(distance_to_segment({-3, 4}, {0, 0}, {10, 0}), 5);
    EXPECT_DOUBLE_EQ(distance_to_segment({3, 4}, {0, 0}, {0, 0}), 5);
}

TEST(Distance, GoesToTheNearestPartOfALine) {
    const Geometry g{GeometryType::Line, {{0, 0}, {10, 0}, {0, 20}, {10, 20}}, {2, 4}};
    EXPECT_DOUBLE_EQ(distance(g.view(), {5, 16}), 4);
}

TEST(Distance, IsZeroInsideAPolygonAndToTheHoleInIt) {
    const Geometry g = square_with_hole();
    EXPECT_EQ(distance(g.view(), {1, 1}), 0);
    EXPECT_DOUBLE_EQ(distance(g.view(), {5, 5}), 1);
    EXPECT_DOUBLE_EQ(distance(g.view(), {13, 14}), 5);
}

TEST(Distance, GoesToTheNearestPoint) {
    const Geometry g{GeometryType::Point, {{0, 0}, {10, 0}}, {1, 2}};
    EXPECT_DOUBLE_EQ(distance(g.view(), {8, 0}), 2);
}

TEST(Distance, IsInfiniteToNothing) {
    EXPECT_TRUE(std::isinf(distance(GeometryView{}, {0, 0})));
    EXPECT_TRUE(std::isinf(distance_to_line({0, 0}, {})));
}

}  // namespace
}  // namespace jinsha::geo
