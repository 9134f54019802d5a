#include "map/edit_geometry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::map {
namespace {

using geo::MapPoint;
using testing::ElementsAre;

const std::vector<MapPoint> kClockwise{{0, 0}, {0, 10}, {10, 10}, {10, 0}};

TEST(EditGeometry, ClosesAnAreaAndTurnsItRightHanded) {
    const auto area = area_inside(kClockwise);
    ASSERT_TRUE(area);
    EXPECT_EQ(area->type, geo::GeometryType::Polygon);
    EXPECT_THAT(area->points, ElementsAre(MapPoint{0, 0}, MapPoint{10, 0}, MapPoint{10, 10}, MapPoint{0, 10},
                                          MapPoint{0, 0}));
    EXPECT_EQ(area_inside({{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}), area) << "closed already";
}

TEST(EditGeometry, IsNoneWithoutLengthOrArea) {
    EXPECT_FALSE(area_inside({}));
    EXPECT_FALSE(area_inside({{0, 0}, {1, 1}}));
    EXPECT_FALSE(area_inside({{0, 0}, {1, 1}, {2, 2}}));
    EXPECT_FALSE(area_inside({{0, 0}, {0, 0}, {1, 1}, {1, 1}}));
    EXPECT_FALSE(line_through({}));
    EXPECT_FALSE(line_through({{1, 1}, {1, 1}}));
    EXPECT_TRUE(line_through({{1, 1}, {1, 2}}));
}

TEST(EditGeometry, CutsAHoleIntoThePartThatHoldsIt) {
    auto area = *area_inside(kClockwise);
    for (const MapPoint p : {MapPoint{20, 0}, {30, 0}, {30, 10}, {20, 0}}) area.points.push_back(p);
    area.end_part();
    const auto holed = with_hole(area, {{2, 2}, {4, 2}, {4, 4}});
    ASSERT_TRUE(holed);
    EXPECT_THAT(holed->part_ends, ElementsAre(5, 9, 13)) << "right behind its outline";
    EXPECT_THAT(std::vector(holed->points.begin() + 5, holed->points.begin() + 9),
                ElementsAre(MapPoint{2, 2}, MapPoint{4, 4}, MapPoint{4, 2}, MapPoint{2, 2}))
        << "clockwise";
    EXPECT_FALSE(with_hole(area, {{12, 2}, {14, 2}, {14, 4}})) << "outside";
    EXPECT_FALSE(with_hole(*holed, {{2, 2}, {4, 2}})) << "no area";
}

TEST(EditGeometry, MovesTheEndOfARingWithItsBeginning) {
    const auto area = *area_inside(kClockwise);
    EXPECT_THAT(
        with_vertex_at(area, 0, {-5, -5}).points,
        ElementsAre(MapPoint{-5, -5}, MapPoint{10, 0}, MapPoint{10, 10}, MapPoint{0, 10}, MapPoint{-5, -5}));
}

TEST(EditGeometry, KeepsAnOutlineThatIsTurnedOverRightHanded) {
    const auto area = *area_inside({{0, 0}, {10, 0}, {5, 1}});
    const auto turned = with_vertex_at(area, 2, {5, -9});
    EXPECT_THAT(turned.points, ElementsAre(MapPoint{0, 0}, MapPoint{5, -9}, MapPoint{10, 0}, MapPoint{0, 0}));
}

TEST(EditGeometry, PutsAVertexIntoAnEdge) {
    const auto line = *line_through({{0, 0}, {10, 0}});
    EXPECT_THAT(with_vertex_after(line, 0, {5, 5}).points,
                ElementsAre(MapPoint{0, 0}, MapPoint{5, 5}, MapPoint{10, 0}));
    const auto area = *area_inside(kClockwise);
    EXPECT_THAT(with_vertex_after(area, 3, {-1, 5}).points,
                ElementsAre(MapPoint{0, 0}, MapPoint{10, 0}, MapPoint{10, 10}, MapPoint{0, 10},
                            MapPoint{-1, 5}, MapPoint{0, 0}));
}

TEST(EditGeometry, TakesVerticesAwayWhileSomethingIsLeft) {
    const auto area = *area_inside(kClockwise);
    const auto triangle = without_vertex(area, 0);
    ASSERT_TRUE(triangle);
    EXPECT_THAT(triangle->points,
                ElementsAre(MapPoint{10, 0}, MapPoint{10, 10}, MapPoint{0, 10}, MapPoint{10, 0}));
    EXPECT_FALSE(without_vertex(*triangle, 1));
    EXPECT_FALSE(without_vertex(*line_through({{0, 0}, {1, 1}}), 0));
    EXPECT_TRUE(without_vertex(*line_through({{0, 0}, {1, 1}, {2, 0}}), 2));
}

TEST(EditGeometry, NamesVerticesAndEdges) {
    const auto area = *area_inside(kClockwise);
    EXPECT_THAT(vertices_of(area), ElementsAre(0, 1, 2, 3));
    EXPECT_THAT(edges_of(area), ElementsAre(0, 1, 2, 3));
    const auto line = *line_through({{0, 0}, {1, 1}});
    EXPECT_THAT(vertices_of(line), ElementsAre(0, 1));
    EXPECT_THAT(edges_of(line), ElementsAre(0));
}

}  // namespace
}  // namespace jinsha::map
