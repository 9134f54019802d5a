#include "geo/drawn_area.hpp"

#include <gtest/gtest.h>

#include <random>

namespace jinsha::geo {
namespace {

const std::vector<MapPoint> kSquare{{0, 0}, {10, 0}, {10, 10}, {0, 10}};

Geometry geometry(GeometryType type, const std::vector<std::vector<MapPoint>>& parts) {
    Geometry result;
    result.type = type;
    for (const auto& part : parts) {
        result.points.insert(result.points.end(), part.begin(), part.end());
        result.end_part();
    }
    return result;
}

bool square_meets(GeometryType type, const std::vector<std::vector<MapPoint>>& parts) {
    return DrawnArea{kSquare}.meets(geometry(type, parts).view());
}

std::vector<MapPoint> box(double left, double bottom, double right, double top) {
    return {{left, bottom}, {right, bottom}, {right, top}, {left, top}, {left, bottom}};
}
std::vector<MapPoint> hole(double left, double bottom, double right, double top) {
    return {{left, bottom}, {left, top}, {right, top}, {right, bottom}, {left, bottom}};
}

TEST(DrawnArea, MeetsPointsInsideAndOnItsEdge) {
    EXPECT_TRUE(square_meets(GeometryType::Point, {{{5, 5}}}));
    EXPECT_TRUE(square_meets(GeometryType::Point, {{{10, 5}}}));
    EXPECT_FALSE(square_meets(GeometryType::Point, {{{10.001, 5}}}));
    EXPECT_TRUE(square_meets(GeometryType::Point, {{{20, 20}}, {{5, 5}}})) << "any of its points";
}

TEST(DrawnArea, MeetsALineThatPassesThroughWithoutAVertexInside) {
    EXPECT_TRUE(square_meets(GeometryType::Line, {{{-5, 5}, {15, 6}}}));
    EXPECT_FALSE(square_meets(GeometryType::Line, {{{-5, 5}, {5, 16}}}));
    EXPECT_TRUE(square_meets(GeometryType::Line, {{{20, 20}, {30, 30}}, {{2, 2}, {3, 3}}}));
}

TEST(DrawnArea, MeetsPolygonsInsideAcrossAndAround) {
    EXPECT_TRUE(square_meets(GeometryType::Polygon, {box(2, 2, 3, 3)}));
    EXPECT_TRUE(square_meets(GeometryType::Polygon, {box(8, 8, 20, 20)}));
    EXPECT_TRUE(square_meets(GeometryType::Polygon, {box(-5, -5, 15, 15)})) << "it lies in there";
    EXPECT_TRUE(square_meets(GeometryType::Polygon, {box(10, 0, 20, 10)})) << "they share an edge";
    EXPECT_FALSE(square_meets(GeometryType::Polygon, {box(11, 0, 20, 10)}));
}

TEST(DrawnArea, DoesNotMeetAPolygonInWhoseHoleItLies) {
    EXPECT_FALSE(square_meets(GeometryType::Polygon, {box(-20, -20, 30, 30), hole(-1, -1, 11, 11)}));
    EXPECT_TRUE(square_meets(GeometryType::Polygon, {box(-20, -20, 30, 30), hole(5, 5, 11, 11)}));
}

TEST(DrawnArea, ThatCrossesItselfHasBothItsHalves) {
    const DrawnArea bow{{{0, 0}, {10, 10}, {10, 0}, {0, 10}}};
    const auto meets = [&](double x, double y) {
        return bow.meets(geometry(GeometryType::Point, {{{x, y}}}).view());
    };
    EXPECT_TRUE(meets(1, 5));
    EXPECT_TRUE(meets(9, 5));
    EXPECT_FALSE(meets(5, 1));
    EXPECT_FALSE(meets(5, 9));
}

TEST(DrawnArea, OfFewerThanThreeCornersMeetsNothing) {
    for (const auto& ring :
         {std::vector<MapPoint>{}, {{0, 0}}, {{0, 0}, {10, 10}}, {{0, 0}, {10, 10}, {0, 0}}}) {
        const DrawnArea area{ring};
        EXPECT_TRUE(area.extent().is_empty());
        EXPECT_FALSE(area.meets(geometry(GeometryType::Point, {{{0, 0}}}).view()));
    }
}

TEST(DrawnArea, WithoutWidthMeetsWhatLiesOnIt) {
    const DrawnArea line{{{0, 0}, {5, 5}, {10, 10}}};
    EXPECT_FALSE(line.meets(geometry(GeometryType::Point, {{{3, 4}}}).view()));
    EXPECT_TRUE(line.meets(geometry(GeometryType::Line, {{{0, 10}, {10, 0}}}).view()));
}

TEST(DrawnArea, MeetsNothingThatIsEmpty) {
    EXPECT_FALSE(DrawnArea{kSquare}.meets(GeometryView{}));
}

/// A convex area and points, whose sides are easy to tell.
TEST(DrawnArea, AgreesWithTheSidesOfItsEdgesForRandomPoints) {
    const std::vector<MapPoint> hexagon{{460'000, 2'940'000}, {460'900, 2'940'200}, {461'200, 2'941'000},
                                        {460'700, 2'941'800}, {459'900, 2'941'500}, {459'600, 2'940'600}};
    const DrawnArea area{hexagon};
    std::mt19937 random{7};  // NOLINT(cert-msc51-cpp): the same points every time
    std::uniform_real_distribution<double> x{459'500, 461'300};
    std::uniform_real_distribution<double> y{2'939'900, 2'941'900};
    int inside = 0;
    for (int i = 0; i < 2'000; ++i) {
        const MapPoint p{x(random), y(random)};
        bool is_left = true;
        for (std::size_t k = 0; k < hexagon.size(); ++k) {
            const MapPoint a = hexagon[k];
            const MapPoint b = hexagon[(k + 1) % hexagon.size()];
            is_left = is_left && (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) >= 0;
        }
        inside += is_left ? 1 : 0;
        EXPECT_EQ(area.meets(geometry(GeometryType::Point, {{p}}).view()), is_left) << p.x << ' ' << p.y;
    }
    EXPECT_GT(inside, 500);
}

TEST(PlaneArea, IsThatOfAllRingsLessTheirHoles) {
    const double east = 34'460'000;
    const auto ring = [&](std::vector<MapPoint> points) {
        for (MapPoint& p : points) p.x += east, p.y += 2'940'000;
        return points;
    };
    const auto polygon = geometry(GeometryType::Polygon,
                                  {ring(box(0, 0, 10, 10)), ring(hole(2, 2, 4, 4)), ring(box(20, 0, 21, 1))});
    EXPECT_DOUBLE_EQ(plane_area(polygon.view()), 97);
    EXPECT_DOUBLE_EQ(plane_area(geometry(GeometryType::Line, {{{0, 0}, {1, 0}, {1, 1}}}).view()), 0);
}

TEST(PlaneLength, IsThatOfAllLines) {
    EXPECT_DOUBLE_EQ(plane_length(geometry(GeometryType::Line, {{{0, 0}, {3, 4}}, {{9, 9}, {9, 10}}}).view()),
                     6);
    EXPECT_DOUBLE_EQ(plane_length(geometry(GeometryType::Polygon, {box(0, 0, 1, 1)}).view()), 0);
}

}  // namespace
}  // namespace jinsha::geo
