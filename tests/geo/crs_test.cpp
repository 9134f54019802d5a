#include "geo/crs.hpp"

#include "geo/datum.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::geo {
namespace {

using ::testing::HasSubstr;

TEST(DatumName, IsWhatACrsStandsOn) {
    EXPECT_EQ(datum_name(*Crs::from("EPSG:4543")), "China 2000");  // EPSG registry
    EXPECT_EQ(datum_name(*Crs::from("EPSG:2436")), "Beijing 1954");
    EXPECT_THAT(datum_name(*Crs::from("EPSG:3857")), HasSubstr("World Geodetic System 1984"));
    EXPECT_THAT(datum_name(Crs::wgs84()), HasSubstr("World Geodetic System 1984"));
}

TEST(Crs, KnowsAProjectedCrsByItsEpsgCode) {
    const auto crs = Crs::from("EPSG:4543");
    ASSERT_TRUE(crs) << crs.error().message();
    EXPECT_EQ(crs->id(), "EPSG:4543");
    EXPECT_EQ(crs->name(), "CGCS2000 / 3-degree Gauss-Kruger CM 102E");
    EXPECT_TRUE(crs->is_projected());
    EXPECT_FALSE(crs->is_geographic());
    EXPECT_EQ(crs->unit_metres(), 1);
}

TEST(Crs, KnowsDegrees) {
    const auto crs = Crs::from("EPSG:4326");
    ASSERT_TRUE(crs) << crs.error().message();
    EXPECT_TRUE(crs->is_geographic());
    EXPECT_FALSE(crs->is_projected());
    EXPECT_EQ(crs->unit_metres(), 0);
}

TEST(Crs, GivesTheUnitOfAMapInFeet) {
    const auto crs = Crs::from("EPSG:2263");  // New York Long Island, US survey feet
    ASSERT_TRUE(crs) << crs.error().message();
    EXPECT_NEAR(crs->unit_metres(), 1200.0 / 3937.0, 1e-12);
}

TEST(Crs, ReadsTheUrnOfGeoJson) {
    const auto crs = Crs::from("urn:ogc:def:crs:OGC:1.3:CRS84");
    ASSERT_TRUE(crs) << crs.error().message();
    EXPECT_EQ(*crs, Crs::wgs84());
}

TEST(Crs, TakesAProjStringForACrs) {
    const auto crs = Crs::from("+proj=utm +zone=47 +datum=WGS84");
    ASSERT_TRUE(crs) << crs.error().message();
    EXPECT_TRUE(crs->is_projected());
}

// What ArcGIS writes beside a shapefile.
TEST(Crs, FindsTheCodeOfAnEsriPrj) {
    const auto crs = Crs::from(
        R"(PROJCS["CGCS2000_3_Degree_GK_CM_102E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",)"
        R"(DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],)"
        R"(UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],)"
        R"(PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",102.0],PARAMETER["Scale_Factor",1.0],)"
        R"(PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])");
    ASSERT_TRUE(crs) << crs.error().message();
    EXPECT_EQ(crs->id(), "EPSG:4543");
    EXPECT_EQ(*crs, *Crs::from("EPSG:4543"));
}

TEST(Crs, TakesTheHorizontalPartOfACompoundCrs) {
    const auto crs = Crs::from("EPSG:7405");  // OSGB36 / British National Grid + ODN height
    ASSERT_TRUE(crs) << crs.error().message();
    EXPECT_EQ(crs->id(), "EPSG:27700");
}

TEST(Crs, SaysWhatItCouldNotRead) {
    const auto crs = Crs::from("EPSG:999999");
    ASSERT_FALSE(crs);
    EXPECT_THAT(crs.error().message(), HasSubstr("EPSG:999999"));
    EXPECT_FALSE(Crs::from(""));
    EXPECT_FALSE(Crs::from("GEOGCS[\"cut off"));
}

}  // namespace
}  // namespace jinsha::geo
