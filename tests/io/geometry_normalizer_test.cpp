#include "io/geometry_normalizer.hpp"

#include "geo/simplify.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace jinsha::io {
namespace {

using geo::GeometryType;
using ::testing::HasSubstr;
using Points = std::vector<geo::SourcePoint>;

GeometryNormalizer normalizer(const char* source, const char* map) {
    return GeometryNormalizer::between(geo::Crs::from(source).value(), geo::Crs::from(map).value()).value();
}

RawGeometry raw(GeometryType type, const std::vector<Points>& parts) {
    RawGeometry result;
    result.type = type;
    for (const Points& part : parts) {
        result.points.insert(result.points.end(), part.begin(), part.end());
        result.end_part(type == GeometryType::Polygon && &part != &parts.front());
    }
    return result;
}

/// Why it is skipped; "" when it is not.
std::string fault_of(GeometryNormalizer& to_map, const RawGeometry& geometry) {
    const auto result = to_map.take(geometry.view());
    return result ? "" : result.error().words;
}

const Points kClockwiseSquare{{0, 0}, {0, 10}, {10, 10}, {10, 0}, {0, 0}};
const Points kCounterClockwiseHole{{2, 2}, {4, 2}, {4, 4}, {2, 4}, {2, 2}};

TEST(GeometryNormalizer, TurnsRingsTheRightWayRound) {
    auto same = normalizer("EPSG:4543", "EPSG:4543");
    const auto polygon =
        same.take(raw(GeometryType::Polygon, {kClockwiseSquare, kCounterClockwiseHole}).view());
    ASSERT_TRUE(polygon);
    EXPECT_EQ(geo::signed_area(polygon->part(0)), 100);
    EXPECT_EQ(geo::signed_area(polygon->part(1)), -4);
    EXPECT_TRUE(same.notes().empty());
}

TEST(GeometryNormalizer, ClosesRings) {
    auto same = normalizer("EPSG:4543", "EPSG:4543");
    const auto polygon = same.take(raw(GeometryType::Polygon, {{{0, 0}, {10, 0}, {10, 10}}}).view());
    ASSERT_TRUE(polygon);
    EXPECT_EQ(polygon->points.size(), 4u);
    EXPECT_EQ(polygon->points.front(), polygon->points.back());
}

TEST(GeometryNormalizer, TransformsIntoTheMap) {
    auto degrees = normalizer("OGC:CRS84", "EPSG:4543");
    const auto point = degrees.take(raw(GeometryType::Point, {{{101.6042, 26.5902}}}).view());
    ASSERT_TRUE(point);
    EXPECT_NEAR(point->points[0].x, 460573.3249, 1e-3);  // cs2cs, PROJ 9.1.1
    EXPECT_NEAR(point->points[0].y, 2942285.2840, 1e-3);
}

TEST(GeometryNormalizer, SaysWhyAFeatureCannotBeDrawn) {
    auto degrees = normalizer("OGC:CRS84", "EPSG:4543");
    EXPECT_EQ(fault_of(degrees, raw(GeometryType::Polygon, {{{101, 26}, {102, 26}}})),
              "exterior ring has 2 points, needs at least 4");
    EXPECT_EQ(fault_of(degrees, raw(GeometryType::Line, {{{101, 26}}})),
              "line has 1 point, needs at least 2");
    EXPECT_EQ(fault_of(degrees, raw(GeometryType::Point, {{{NAN, 26}}})),
              "coordinate (nan, 26) is not a number");
    EXPECT_EQ(fault_of(degrees, raw(GeometryType::Point, {{{101, INFINITY}}})),
              "coordinate (101, inf) is too large to be a place");
    EXPECT_EQ(fault_of(degrees, raw(GeometryType::Point, {{{26.6, 101.6}}})),
              "latitude 101.6 is not between -90 and 90 (are longitude and latitude exchanged?)");
    EXPECT_EQ(fault_of(degrees, raw(GeometryType::Point, {{{460123, 26.6}}})),
              "longitude 460123 is not between -180 and 180");
    auto metres = normalizer("EPSG:3857", "EPSG:4543");
    EXPECT_THAT(fault_of(metres, raw(GeometryType::Point, {{{1e30, 0}}})), HasSubstr("too large"));
}

TEST(GeometryNormalizer, LeavesOutPartsThatCannotBeDrawnAndSaysSo) {
    auto same = normalizer("EPSG:4543", "EPSG:4543");
    const auto polygon = same.take(raw(GeometryType::Polygon, {kClockwiseSquare, {{2, 2}, {4, 4}}}).view());
    ASSERT_TRUE(polygon);
    EXPECT_EQ(polygon->part_count(), 1u);
    ASSERT_EQ(same.notes().size(), 1u);
    EXPECT_EQ(same.notes()[0].words, "interior ring has 2 points, needs at least 4");
}

TEST(GeometryNormalizer, LeavesOutTheHolesOfAMissingExteriorRing) {
    auto same = normalizer("EPSG:4543", "EPSG:4543");
    EXPECT_EQ(fault_of(same, raw(GeometryType::Polygon, {{{0, 0}, {1, 1}}, kCounterClockwiseHole})),
              "exterior ring has 2 points, needs at least 4");
}

TEST(GeometryNormalizer, KeepsFeaturesWithoutGeometry) {
    auto same = normalizer("EPSG:4543", "EPSG:4543");
    const auto nothing = same.take(RawGeometryView{});
    ASSERT_TRUE(nothing);
    EXPECT_EQ(nothing->type, GeometryType::None);
    ASSERT_EQ(same.notes().size(), 1u);
    EXPECT_EQ(same.notes()[0].fault, Fault::NoGeometry);
}

TEST(GeometryNormalizer, KeepsASelfIntersectingRing) {
    auto same = normalizer("EPSG:4543", "EPSG:4543");
    const auto bow_tie =
        same.take(raw(GeometryType::Polygon, {{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}}).view());
    ASSERT_TRUE(bow_tie);
    EXPECT_EQ(bow_tie->points.size(), 5u);
}

TEST(GeometryNormalizer, StopsAtTheEdgeOfWebMercatorInsteadOfLosingThePole) {
    auto mercator = normalizer("OGC:CRS84", "EPSG:3857");
    const auto cap =
        mercator.take(raw(GeometryType::Polygon, {{{0, 80}, {90, 80}, {90, 90}, {0, 90}, {0, 80}}}).view());
    ASSERT_TRUE(cap);
    for (const geo::MapPoint& p : cap->points) EXPECT_LT(p.y, 20'100'000);
}

TEST(GeometryNormalizer, CutsAtTheAntimeridianInsteadOfStreakingAcrossTheMap) {
    auto mercator = normalizer("OGC:CRS84", "EPSG:3857");
    const auto fiji = mercator.take(
        raw(GeometryType::Polygon, {{{177, -20}, {-178, -20}, {-178, -15}, {177, -15}, {177, -20}}}).view());
    ASSERT_TRUE(fiji);
    EXPECT_EQ(fiji->part_count(), 2u);
    for (std::size_t i = 1; i < fiji->part(0).size(); ++i)
        EXPECT_LT(std::abs(fiji->part(0)[i].x - fiji->part(0)[i - 1].x), 1'000'000);
    ASSERT_EQ(mercator.notes().size(), 1u);
    EXPECT_EQ(mercator.notes()[0].fault, Fault::CrossesAntimeridian);
}

}  // namespace
}  // namespace jinsha::io
