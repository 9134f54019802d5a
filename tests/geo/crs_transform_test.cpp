#include "geo/crs_transform.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <thread>

namespace jinsha::geo {
namespace {

using ::testing::HasSubstr;

CrsTransform transform(const char* source, const char* map) {
    auto result = CrsTransform::between(Crs::from(source).value(), Crs::from(map).value());
    EXPECT_TRUE(result) << result.error().message();
    return std::move(result.value());
}

constexpr double kTenthOfMillimetre = 1e-4;

struct Control {
    SourcePoint degrees;
    MapPoint metres;
};

// cs2cs (PROJ 9.1.1) OGC:CRS84 EPSG:4543, which prints northing before easting.
constexpr std::array<Control, 4> kGaussKruger102{{
    {{102, 26.5}, {500000.0000, 2932230.4925}},
    {{101.6042, 26.5902}, {460573.3249, 2942285.2840}},
    {{101.2, 26.3}, {420108.7695, 2910318.7934}},
    {{103.5, 40}, {628093.3590, 4430606.9516}},
}};

TEST(CrsTransform, AgreesWithCs2csInGaussKruger) {
    for (const char* source : {"OGC:CRS84", "EPSG:4326", "EPSG:4490"}) {
        const CrsTransform degrees_to_metres = transform(source, "EPSG:4543");
        EXPECT_EQ(degrees_to_metres.caution(), "");
        for (const Control& control : kGaussKruger102) {
            const MapPoint p = degrees_to_metres.to_map(control.degrees);
            EXPECT_NEAR(p.x, control.metres.x, kTenthOfMillimetre) << source;
            EXPECT_NEAR(p.y, control.metres.y, kTenthOfMillimetre) << source;
        }
    }
}

// cs2cs (PROJ 9.1.1) OGC:CRS84 EPSG:3857.
TEST(CrsTransform, AgreesWithCs2csInWebMercator) {
    const CrsTransform to_mercator = transform("OGC:CRS84", "EPSG:3857");
    const MapPoint p = to_mercator.to_map(SourcePoint{101.6042, 26.5902});
    EXPECT_NEAR(p.x, 11310527.8065, kTenthOfMillimetre);
    EXPECT_NEAR(p.y, 3072365.2866, kTenthOfMillimetre);
    const MapPoint q = to_mercator.to_map(SourcePoint{179.9, -45});
    EXPECT_NEAR(q.x, 20026376.3937, kTenthOfMillimetre);
    EXPECT_NEAR(q.y, -5621521.4862, kTenthOfMillimetre);
}

TEST(CrsTransform, ComesBack) {
    const CrsTransform degrees_to_metres = transform("OGC:CRS84", "EPSG:4543");
    for (const Control& control : kGaussKruger102) {
        const SourcePoint p = degrees_to_metres.to_source(control.metres);
        EXPECT_NEAR(p.x, control.degrees.x, 1e-8);
        EXPECT_NEAR(p.y, control.degrees.y, 1e-8);
    }
}

TEST(CrsTransform, GoesFromZoneToZone) {
    const MapPoint in_zone_99 = transform("OGC:CRS84", "EPSG:4542").to_map(kGaussKruger102[1].degrees);
    const MapPoint p = transform("EPSG:4542", "EPSG:4543").to_map(SourcePoint{in_zone_99.x, in_zone_99.y});
    EXPECT_NEAR(p.x, kGaussKruger102[1].metres.x, kTenthOfMillimetre);
    EXPECT_NEAR(p.y, kGaussKruger102[1].metres.y, kTenthOfMillimetre);
}

TEST(CrsTransform, LeavesTheMapsOwnCoordinatesAlone) {
    const CrsTransform same = transform("EPSG:4543", "EPSG:4543");
    EXPECT_EQ(same.to_map(SourcePoint{460123.5, 2942310.25}), (MapPoint{460123.5, 2942310.25}));
}

// cs2cs (PROJ 9.1.1) EPSG:27700 EPSG:32630: the datum shift from OSGB36 matters by 100 m.
TEST(CrsTransform, ShiftsTheDatumWhereOneIsKnown) {
    const CrsTransform to_utm = transform("EPSG:27700", "EPSG:32630");
    EXPECT_EQ(to_utm.caution(), "");
    const MapPoint p = to_utm.to_map(SourcePoint{530000, 180000});
    EXPECT_NEAR(p.x, 699292.6820, 3);
    EXPECT_NEAR(p.y, 5709783.2103, 3);
}

TEST(CrsTransform, WarnsWhereNoDatumShiftIsKnown) {
    const CrsTransform beijing = transform("EPSG:2431", "EPSG:4543");  // Beijing 1954, CM 102E
    EXPECT_THAT(beijing.caution(), HasSubstr("Beijing 1954"));
    EXPECT_TRUE(std::isfinite(beijing.to_map(SourcePoint{500000, 2900000}).x));
}

TEST(CrsTransform, CountsWhatCannotBeTransformedAndMakesItNaN) {
    const CrsTransform degrees_to_metres = transform("OGC:CRS84", "EPSG:4543");
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    const std::array<SourcePoint, 5> in{
        {{101.6, 26.6}, {101.6, 126.6}, {kNaN, 26.6}, {101.6, 1e300}, {101.7, 26.6}}};
    std::array<MapPoint, 5> out;
    EXPECT_EQ(degrees_to_metres.to_map(in, out), 3U);
    EXPECT_TRUE(std::isfinite(out[0].x));
    for (const std::size_t i : {1, 2, 3}) {
        EXPECT_TRUE(std::isnan(out[i].x));
        EXPECT_TRUE(std::isnan(out[i].y));
    }
    EXPECT_TRUE(std::isfinite(out[4].x));
}

TEST(CrsTransform, TakesNoPoints) {
    EXPECT_EQ(transform("OGC:CRS84", "EPSG:4543").to_map(std::span<const SourcePoint>{}, {}), 0U);
}

TEST(CrsTransform, ClonesForOtherThreads) {
    const CrsTransform original = transform("OGC:CRS84", "EPSG:4543");
    MapPoint p;
    std::thread{[copy = original.clone(), &p] { p = copy.to_map(kGaussKruger102[1].degrees); }}.join();
    EXPECT_NEAR(p.x, kGaussKruger102[1].metres.x, kTenthOfMillimetre);
    EXPECT_EQ(p, original.to_map(kGaussKruger102[1].degrees));
}

TEST(CrsTransform, RefusesWhatIsNoPlaceOnEarth) {
    const auto local = Crs::from(R"(LOCAL_CS["site grid",UNIT["metre",1]])");
    ASSERT_TRUE(local) << local.error().message();
    const auto result = CrsTransform::between(*local, Crs::from("EPSG:4543").value());
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().message(), HasSubstr("site grid"));
}

}  // namespace
}  // namespace jinsha::geo
