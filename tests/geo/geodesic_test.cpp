#include "geo/geodesic.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace jinsha::geo {
namespace {

// The first line of C. F. F. Karney's test set for geodesics (GeodTest.dat,
// https://doi.org/10.5281/zenodo.32156).
constexpr LonLat kStart{0, 36.530042355041};
constexpr LonLat kEnd{5.762344694676510456, -48.164270779097768864};
constexpr double kAzimuthStart = 176.125875162171, kAzimuthEnd = 175.334308316285410561,
                 kLength = 9398502.0434687;

TEST(Geodesic, AgreesWithKarneysTestSet) {
    const GeodesicLine line = geodesic_inverse(kStart, kEnd);
    EXPECT_NEAR(line.length_m, kLength, 1e-7);
    EXPECT_NEAR(line.azimuth_start_deg, kAzimuthStart, 1e-12);
    EXPECT_NEAR(line.azimuth_end_deg, kAzimuthEnd, 1e-12);
    const LonLat end = geodesic_direct(kStart, kAzimuthStart, kLength);
    EXPECT_NEAR(end.lon_deg, kEnd.lon_deg, 1e-12);
    EXPECT_NEAR(end.lat_deg, kEnd.lat_deg, 1e-12);
}

// Rings about the pole and the equator from the tests of GeographicLib's C library (geodtest.c, Planimeter0).
TEST(Geodesic, AgreesWithThePublishedAreas) {
    const std::array<LonLat, 4> polar{{{0, 89}, {90, 89}, {180, 89}, {270, 89}}};
    EXPECT_NEAR(geodesic_area_m2(polar), 24952305678.0, 1);
    const std::array<LonLat, 4> equatorial{{{-1, 0}, {0, -1}, {1, 0}, {0, 1}}};
    EXPECT_NEAR(geodesic_area_m2(equatorial), 24619419146.0, 1);
    const std::array<LonLat, 3> octant{{{0, 90}, {0, 0}, {90, 0}}};
    EXPECT_NEAR(geodesic_area_m2(octant), 63758202715511.0, 1);
}

TEST(Geodesic, GivesAClosedRingTheAreaOfAnOpenOne) {
    const std::array<LonLat, 5> closed{{{-1, 0}, {0, -1}, {1, 0}, {0, 1}, {-1, 0}}};
    EXPECT_NEAR(geodesic_area_m2(closed), 24619419146.0, 1);
    EXPECT_NEAR(geodesic_length_m(closed), 627598.2731, 1e-4);  // the same source
}

TEST(Geodesic, CountsAClockwiseRingNegative) {
    const std::array<LonLat, 4> hole{{{0, 1}, {1, 0}, {0, -1}, {-1, 0}}};
    EXPECT_NEAR(geodesic_area_m2(hole), -24619419146.0, 1);
}

TEST(Geodesic, CrossesTheAntimeridianTheShortWay) {
    // One degree of the equator: a π / 180 with a = 6 378 137 m.
    EXPECT_NEAR(geodesic_inverse({179.5, 0}, {-179.5, 0}).length_m, 111319.4908, 1e-4);
}

TEST(Geodesic, GivesNoPointsNoLengthAndNoArea) {
    EXPECT_EQ(geodesic_length_m({}), 0);
    EXPECT_EQ(geodesic_length_m(std::vector<LonLat>{{1, 2}}), 0);
    EXPECT_EQ(geodesic_area_m2({}), 0);
}

}  // namespace
}  // namespace jinsha::geo
