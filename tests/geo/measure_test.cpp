#include "geo/measure.hpp"

#include <gtest/gtest.h>

#include <array>
#include <numbers>

namespace jinsha::geo {
namespace {

/// A place whose plane coordinates are its degrees times 100,000.
MeasurePlace place(double lon_deg, double lat_deg) {
    return {{lon_deg, lat_deg}, {lon_deg * 1e5, lat_deg * 1e5}};
}

// The first line of C. F. F. Karney's test set for geodesics (GeodTest.dat,
// https://doi.org/10.5281/zenodo.32156).
TEST(Measure, APathHasThePublishedLengthAndBearing) {
    const std::array places{place(0, 36.530042355041), place(5.762344694676510456, -48.164270779097768864)};
    const MeasuredPath path = measure_path(places, 1);
    EXPECT_NEAR(path.ellipsoid_m, 9398502.0434687, 1e-6);
    EXPECT_NEAR(path.azimuth_deg, 176.125875162171, 1e-10);
}

TEST(Measure, APathIsTheSumOfItsLegs) {
    const std::array places{place(0, 0), place(1, 0), place(1, 1)};
    const MeasuredPath path = measure_path(places, 1);
    ASSERT_EQ(path.legs_m.size(), 2u);
    EXPECT_NEAR(path.legs_m[0], 111319.4908, 1e-4);  // a π / 180 with a = 6 378 137 m
    EXPECT_DOUBLE_EQ(path.ellipsoid_m, path.legs_m[0] + path.legs_m[1]);
    EXPECT_DOUBLE_EQ(path.plane_m, 2e5);
}

TEST(Measure, ThePlaneIsTheMapsInMetres) {
    const std::array places{place(0, 0), place(0.003, 0.004)};
    EXPECT_NEAR(measure_path(places, 0.3048).plane_m, 500 * 0.3048, 1e-9);  // a map in feet
}

TEST(Measure, BearingsGoOnceAroundClockwiseFromNorth) {
    const auto bearing = [](double east, double north) {
        const std::array places{place(0, 0), place(east, north)};
        return measure_path(places, 1).azimuth_deg;
    };
    EXPECT_NEAR(bearing(0, 1), 0, 1e-9);
    EXPECT_NEAR(bearing(1, 0), 90, 1e-9);
    EXPECT_NEAR(bearing(-1, 0), 270, 1e-9);
}

// A ring about the equator from the tests of GeographicLib's C library (geodtest.c, Planimeter0).
TEST(Measure, AnAreaIsThePublishedOneWhicheverWayItWasDrawn) {
    const std::array ring{place(-1, 0), place(0, -1), place(1, 0), place(0, 1)};
    const std::array back{place(0, 1), place(1, 0), place(0, -1), place(-1, 0)};
    EXPECT_NEAR(measure_area(ring, 1).ellipsoid_m2, 24619419146.0, 1);
    EXPECT_NEAR(measure_area(back, 1).ellipsoid_m2, 24619419146.0, 1);
    EXPECT_NEAR(measure_area(ring, 1).perimeter_m, 627598.2731, 1e-4);
    EXPECT_DOUBLE_EQ(measure_area(ring, 1).plane_m2, 2e10);
    EXPECT_DOUBLE_EQ(measure_area(back, 1).plane_m2, 2e10);
}

TEST(Measure, AnAreaFarFromTheOriginKeepsItsDigits) {
    std::array<MeasurePlace, 3> places{place(101.5, 26.5), place(101.5, 26.5), place(101.5, 26.5)};
    places[0].in_map = {34463842, 2943029};
    places[1].in_map = {34463843, 2943029};
    places[2].in_map = {34463842, 2943030};
    EXPECT_DOUBLE_EQ(measure_area(places, 1).plane_m2, 0.5);
}

TEST(Measure, ACircleHasTheAreaOfItsRadius) {
    const MeasuredCircle circle = measure_circle(place(101.6, 26.6), place(101.61, 26.6), 1);
    const double plane = std::numbers::pi * circle.ellipsoid_radius_m * circle.ellipsoid_radius_m;
    EXPECT_NEAR(circle.ellipsoid_m2 / plane, 1, 1e-6);  // the Earth's curvature at a kilometre
    EXPECT_NEAR(circle.azimuth_deg, 90, 0.01);
    EXPECT_NEAR(circle.plane_radius_m, 1000, 1e-6);
}

TEST(Measure, TooFewPlacesMeasureNothing) {
    const std::array one{place(1, 2)};
    EXPECT_EQ(measure_path(one, 1).ellipsoid_m, 0);
    EXPECT_EQ(measure_path({}, 1).legs_m.size(), 0u);
    const std::array two{place(1, 2), place(2, 2)};
    EXPECT_EQ(measure_area(two, 1).ellipsoid_m2, 0);
}

}  // namespace
}  // namespace jinsha::geo
