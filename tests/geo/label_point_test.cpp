#include "geo/label_point.hpp"

#include "geo/distance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace jinsha::geo {
namespace {

TEST(LabelPoint, IsTheMiddleOfASquare) {
    const Geometry g{GeometryType::Polygon, {{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, {5}};
    const auto p = label_point(g.view());
    ASSERT_TRUE(p);
    EXPECT_NEAR(p->x, 5, 0.1);
    EXPECT_NEAR(p->y, 5, 0.1);
}

TEST(LabelPoint, LiesInsideAHorseshoe) {
    // Open to the right; its centroid is in the gap.
    const Geometry g{GeometryType::Polygon,
                     {{0, 0}, {20, 0}, {20, 4}, {6, 4}, {6, 16}, {20, 16}, {20, 20}, {0, 20}, {0, 0}},
                     {9}};
    const auto p = label_point(g.view());
    ASSERT_TRUE(p);
    EXPECT_TRUE(contains(g.view(), *p));
    EXPECT_GT(distance_to_line(*p, g.view().part(0)), 2.8);
}

TEST(LabelPoint, KeepsAwayFromHoles) {
    Geometry g{GeometryType::Polygon, {{0, 0}, {30, 0}, {30, 10}, {0, 10}, {0, 0}}, {5}};
    for (const MapPoint& p : {MapPoint{1, 1}, {1, 9}, {19, 9}, {19, 1}, {1, 1}}) g.points.push_back(p);
    g.end_part();
    const auto p = label_point(g.view());
    ASSERT_TRUE(p);
    EXPECT_GT(p->x, 20);
}

TEST(LabelPoint, StandsInTheLargestPart) {
    Geometry g{GeometryType::Polygon, {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}, {5}};
    for (const MapPoint& p : {MapPoint{100, 0}, {110, 0}, {110, 10}, {100, 10}, {100, 0}})
        g.points.push_back(p);
    g.end_part();
    for (const MapPoint& p : {MapPoint{200, 0}, {202, 0}, {202, 2}, {200, 2}, {200, 0}})
        g.points.push_back(p);
    g.end_part();
    const auto p = label_point(g.view());
    ASSERT_TRUE(p);
    EXPECT_NEAR(p->x, 105, 0.2);
}

TEST(LabelPoint, IsTheMiddleOfALongOutlineWithManyVertices) {
    Geometry g{GeometryType::Polygon, {}, {}};
    for (int i = 0; i <= 20'000; ++i) {
        const double angle = 2 * std::numbers::pi * (i % 20'000) / 20'000;
        g.points.push_back({460'000 + 5000 * std::cos(angle), 2'940'000 + 5000 * std::sin(angle)});
    }
    g.end_part();
    const auto p = label_point(g.view());
    ASSERT_TRUE(p);
    EXPECT_NEAR(p->x, 460'000, 100);
    EXPECT_NEAR(p->y, 2'940'000, 100);
}

TEST(LabelPoint, LiesHalfwayAlongTheLongestLine) {
    const Geometry g{GeometryType::Line, {{0, 0}, {1, 0}, {10, 0}, {14, 0}, {14, 6}}, {2, 5}};
    EXPECT_EQ(label_point(g.view()), (MapPoint{14, 1}));
}

TEST(LabelPoint, IsTheFirstPoint) {
    EXPECT_EQ(label_point(Geometry{GeometryType::Point, {{3, 4}, {5, 6}}, {1, 2}}.view()), (MapPoint{3, 4}));
}

TEST(LabelPoint, CopesWithGeometryWithoutExtent) {
    EXPECT_EQ(label_point(GeometryView{}), std::nullopt);
    EXPECT_EQ(label_point(Geometry{GeometryType::Polygon, {{1, 1}, {1, 1}, {1, 1}, {1, 1}}, {4}}.view()),
              (MapPoint{1, 1}));
    EXPECT_EQ(label_point(Geometry{GeometryType::Polygon, {{0, 0}, {2, 0}, {1, 0}, {0, 0}}, {4}}.view()),
              (MapPoint{1, 0}));
    EXPECT_EQ(label_point(Geometry{GeometryType::Line, {{1, 1}, {1, 1}}, {2}}.view()), (MapPoint{1, 1}));
}

TEST(PointAlong, StaysOnTheLine) {
    const Geometry g{GeometryType::Line, {{0, 0}, {4, 0}, {4, 4}}, {3}};
    EXPECT_EQ(point_along(g.points, -1), (MapPoint{0, 0}));
    EXPECT_EQ(point_along(g.points, 5), (MapPoint{4, 1}));
    EXPECT_EQ(point_along(g.points, 99), (MapPoint{4, 4}));
    EXPECT_EQ(line_length(g.points), 8);
}

}  // namespace
}  // namespace jinsha::geo
