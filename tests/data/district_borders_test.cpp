#include "data/files.hpp"
#include "data/plane.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace jinsha::data {
namespace {

/// The five units, by name.
const std::map<std::string, std::vector<Polygon>>& units() {
    static const auto kUnits = [] {
        std::map<std::string, std::vector<Polygon>> found;
        for (const Json& feature : features_of("districts.geojson")) {
            found[feature.at("properties").at("name_zh")] = polygons_of(feature);
        }
        return found;
    }();
    return kUnits;
}

double area_km2(const std::vector<Polygon>& polygons) {
    double sum = 0;
    for (const Polygon& polygon : polygons) {
        for (const Ring& ring : polygon) sum += geodesic_area_km2(ring);
    }
    return sum;
}

Side reversed(const Side& side) {
    return {side.second, side.first};
}

/// Metres beside the middle of a side, to its right (outside of a right-handed ring) when positive.
Position beside(const Side& side, double right_m) {
    const double dx = side.second.lon - side.first.lon, dy = side.second.lat - side.first.lat;
    const double step = right_m / 1e5 / std::hypot(dx, dy);
    return {(side.first.lon + side.second.lon) / 2 + dy * step,
            (side.first.lat + side.second.lat) / 2 - dx * step};
}

TEST(Districts, MarkTheWestDistrictAlone) {
    for (const Json& feature : features_of("districts.geojson")) {
        const Json& properties = feature.at("properties");
        EXPECT_EQ(properties.at("kind"), properties.at("name_zh") == "西区" ? "district" : "neighbour");
        EXPECT_EQ(properties.at("adcode"), feature.at("id"));
    }
}

// Figures of the recipe, measured with another program on the same source.
TEST(Districts, HaveTheAreasThatWereMeasured) {
    EXPECT_NEAR(area_km2(units().at("西区")), 138.5, 138.5 * 0.02);
    EXPECT_NEAR(area_km2(units().at("东区")), 166.2, 1);
    EXPECT_NEAR(area_km2(units().at("仁和区")), 1717.9, 2);
    EXPECT_NEAR(area_km2(units().at("米易县")), 2108.5, 2);
    EXPECT_NEAR(area_km2(units().at("盐边县")), 3270.1, 2);
}

TEST(Districts, LeaveTheWestDistrictOneBodyOneExclaveAndOneHole) {
    const std::vector<Polygon>& district = units().at("西区");
    ASSERT_EQ(district.size(), 2u);
    EXPECT_EQ(district[0].size(), 2u);
    EXPECT_NEAR(geodesic_area_km2(district[0][1]), -0.25, 0.05);
    EXPECT_EQ(district[1].size(), 1u);
    EXPECT_NEAR(geodesic_area_km2(district[1][0]), 0.5, 0.1);
}

TEST(Districts, WalkEverySharedBorderInBothDirections) {
    std::map<Side, int> walks;
    for (const auto& [name, polygons] : units()) {
        for (const Side& side : sides_of(polygons)) ++walks[side];
    }
    for (const auto& [side, count] : walks) EXPECT_EQ(count, 1);
}

TEST(Districts, HaveNothingOfAnotherUnitBesideABorderThatIsNotShared) {
    std::set<Side> all;
    for (const auto& [name, polygons] : units()) {
        for (const Side& side : sides_of(polygons)) all.insert(side);
    }
    for (const auto& [name, polygons] : units()) {
        for (const Side& side : sides_of(polygons)) {
            if (all.contains(reversed(side))) continue;
            for (const auto& [other, others] : units()) {
                EXPECT_FALSE(contains(others, beside(side, 2))) << name << " and " << other;
                EXPECT_EQ(contains(others, beside(side, -2)), other == name) << name << " and " << other;
            }
        }
    }
}

TEST(Districts, ShareAllOfTheWestDistrictsBorderButTheProvincialOne) {
    std::set<Side> others;
    for (const auto& [name, polygons] : units()) {
        if (name == "西区") continue;
        for (const Side& side : sides_of(polygons)) others.insert(side);
    }
    double shared_m = 0, provincial_m = 0;
    for (const Side& side : sides_of(units().at("西区"))) {
        (others.contains(reversed(side)) ? shared_m : provincial_m) += geodesic_length_m(side);
    }
    // With Huaping in Yunnan: about 10 km along the stairs of the source's grid, less once they are smoothed.
    EXPECT_GT(provincial_m, 7'000);
    EXPECT_LT(provincial_m, 10'000);
    EXPECT_GT(shared_m, 80'000);
}

TEST(Districts, NeverCrossOrTouchOutsideOfTheirVertices) {
    std::vector<Side> sides;
    std::set<Side> seen;
    for (const auto& [name, polygons] : units()) {
        for (const Side& side : sides_of(polygons)) {
            if (!seen.contains(reversed(side)) && seen.insert(side).second) sides.push_back(side);
        }
    }
    const auto west = [](const Side& s) { return std::min(s.first.lon, s.second.lon); };
    const auto east = [](const Side& s) { return std::max(s.first.lon, s.second.lon); };
    std::sort(sides.begin(), sides.end(), [&](const Side& a, const Side& b) { return west(a) < west(b); });
    for (std::size_t i = 0; i < sides.size(); ++i) {
        for (std::size_t j = i + 1; j < sides.size() && west(sides[j]) <= east(sides[i]); ++j) {
            ASSERT_FALSE(conflict(sides[i], sides[j]))
                << "near " << sides[i].first.lon << ", " << sides[i].first.lat;
        }
    }
}

// Decided in the boundary notes: the file is in GCJ-02, and this point is inside once it is WGS 84.
TEST(Districts, AreInWgs84) {
    EXPECT_TRUE(contains(units().at("西区"), {101.5612, 26.6085}));
    double north = 0, west = 180;
    for (const Side& side : sides_of(units().at("西区"))) {
        north = std::max(north, side.first.lat);
        west = std::min(west, side.first.lon);
    }
    EXPECT_NEAR(north, 26.6768, 0.0005);
    EXPECT_NEAR(west, 101.4546, 0.0005);
}

}  // namespace
}  // namespace jinsha::data
