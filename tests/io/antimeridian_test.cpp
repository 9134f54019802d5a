#include "io/antimeridian.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace jinsha::io {
namespace {

using geo::GeometryType;
using Points = std::vector<geo::SourcePoint>;

RawGeometry raw(GeometryType type, const std::vector<Points>& parts) {
    RawGeometry result;
    result.type = type;
    for (const Points& part : parts) {
        result.points.insert(result.points.end(), part.begin(), part.end());
        result.end_part(type == GeometryType::Polygon && &part != &parts.front());
    }
    return result;
}

/// In square degrees, whatever the direction of the rings.
double area(const RawGeometry& polygon) {
    double doubled = 0;
    std::uint32_t begin = 0;
    for (const RawPart& part : polygon.parts) {
        double ring = 0;
        for (std::uint32_t i = begin + 1; i < part.end; ++i)
            ring +=
                polygon.points[i - 1].x * polygon.points[i].y - polygon.points[i].x * polygon.points[i - 1].y;
        doubled += part.is_hole ? -std::abs(ring) : std::abs(ring);
        begin = part.end;
    }
    return doubled / 2;
}

void expect_within_the_map(const RawGeometry& geometry) {
    for (const geo::SourcePoint& p : geometry.points) {
        EXPECT_GE(p.x, -180);
        EXPECT_LE(p.x, 180);
    }
}

TEST(Antimeridian, IsNotCrossedByOrdinaryGeometry) {
    EXPECT_FALSE(crosses_antimeridian(raw(GeometryType::Line, {{{-179, 0}, {0, 0}, {179, 0}}}).view()));
    EXPECT_FALSE(crosses_antimeridian(raw(GeometryType::Point, {{{179, 0}}, {{-179, 0}}}).view()));
}

TEST(Antimeridian, IsNotCrossedByEdgesAlongIt) {
    // Antarctica as it is usually cut: along both meridians and the pole.
    EXPECT_FALSE(
        crosses_antimeridian(raw(GeometryType::Polygon,
                                 {{{-180, -90}, {180, -90}, {180, -70}, {0, -65}, {-180, -70}, {-180, -90}}})
                                 .view()));
}

TEST(Antimeridian, CutsALineInTwo) {
    const RawGeometry line = raw(GeometryType::Line, {{{170, 10}, {-170, 20}}});
    ASSERT_TRUE(crosses_antimeridian(line.view()));
    const RawGeometry cut = cut_at_antimeridian(line.view());
    ASSERT_EQ(cut.parts.size(), 2u);
    EXPECT_EQ(cut.points, (Points{{170, 10}, {180, 15}, {-180, 15}, {-170, 20}}));
}

TEST(Antimeridian, CutsAPolygonWithAHoleIntoPolygonsWithHoles) {
    const RawGeometry polygon =
        raw(GeometryType::Polygon, {{{170, 0}, {-170, 0}, {-170, 10}, {170, 10}, {170, 0}},
                                    {{178, 4}, {-178, 4}, {-178, 6}, {178, 6}, {178, 4}}});
    const RawGeometry cut = cut_at_antimeridian(polygon.view());
    ASSERT_EQ(cut.parts.size(), 4u);
    EXPECT_FALSE(cut.parts[0].is_hole);
    EXPECT_TRUE(cut.parts[1].is_hole);
    EXPECT_FALSE(cut.parts[2].is_hole);
    EXPECT_NEAR(area(cut), 20 * 10 - 4 * 2, 1e-9);
    expect_within_the_map(cut);
}

TEST(Antimeridian, BringsLongitudesFromZeroTo360IntoTheMap) {
    const RawGeometry polygon =
        raw(GeometryType::Polygon, {{{170, 0}, {190, 0}, {190, 10}, {170, 10}, {170, 0}}});
    ASSERT_TRUE(crosses_antimeridian(polygon.view()));
    const RawGeometry cut = cut_at_antimeridian(polygon.view());
    EXPECT_EQ(cut.parts.size(), 2u);
    EXPECT_NEAR(area(cut), 200, 1e-9);
    expect_within_the_map(cut);
}

TEST(Antimeridian, ClosesARingAroundThePole) {
    const RawGeometry cap = raw(GeometryType::Polygon, {{{0, 80}, {90, 80}, {179, 80}, {-91, 80}, {0, 80}}});
    const RawGeometry cut = cut_at_antimeridian(cap.view());
    EXPECT_NEAR(area(cut), 360 * 10, 1e-9);
    expect_within_the_map(cut);
}

}  // namespace
}  // namespace jinsha::io
