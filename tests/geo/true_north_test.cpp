#include "geo/true_north.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace jinsha::geo {
namespace {

CrsTransform to(const char* map) {
    return std::move(CrsTransform::between(Crs::wgs84(), Crs::from(map).value()).value());
}

// `proj -V +proj=tmerc +lon_0=102 +x_0=500000 +ellps=GRS80` (PROJ 9.1.1) for 101.6042 26.5902: convergence
// -0.17716480 degrees: true north lies to the east of the grid's north.
TEST(TrueNorth, IsTheConvergenceOfGaussKruger) {
    EXPECT_NEAR(true_north_deg(to("EPSG:4543"), {460573.3249, 2942285.2840}), 0.17716480, 1e-6);
}

TEST(TrueNorth, IsUpOnTheCentralMeridian) {
    EXPECT_NEAR(true_north_deg(to("EPSG:4543"), {500000, 2932230.4925}), 0, 1e-8);
}

TEST(TrueNorth, IsUpEverywhereInMercator) {
    EXPECT_NEAR(true_north_deg(to("EPSG:3857"), {11310527.8, 3072365.3}), 0, 1e-6);
}

TEST(TrueNorth, IsUnknownOffTheEarth) {
    EXPECT_TRUE(std::isnan(true_north_deg(to("EPSG:4543"), {1e200, NAN})));
}

}  // namespace
}  // namespace jinsha::geo
