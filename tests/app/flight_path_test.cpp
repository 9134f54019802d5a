#include "app/flight_path.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace jinsha::app {
namespace {

constexpr map::ScreenSize kWindow{1000, 600};
const map::View kHere{{0, 0}, 1, kWindow};

TEST(FlightPath, BeginsAndEndsWhereItShould) {
    const map::View there{{8000, -3000}, 0.5, kWindow};
    const FlightPath path{kHere, there};
    EXPECT_EQ(path.at(0), kHere);
    EXPECT_EQ(path.at(1), there);
    EXPECT_NEAR(path.at(1 - 1e-9).center().x, 8000, 1e-3);
    EXPECT_NEAR(path.at(1 - 1e-9).units_per_pixel(), 0.5, 1e-6);
}

TEST(FlightPath, RisesWhereTheWayIsFar) {
    const FlightPath path{kHere, map::View{{20'000, 0}, 1, kWindow}};
    double highest = 0;
    for (int i = 0; i <= 20; ++i) highest = std::max(highest, path.at(i / 20.0).units_per_pixel());
    // The paper's optimal path between two views of equal scale is highest in its middle, where it shows
    // w = w0 cosh(r0) with sinh(r0) = -rho^2 u / (2 w0).
    EXPECT_NEAR(highest, std::cosh(std::asinh(1.42 * 1.42 * 20 / 2)), 0.01);
}

TEST(FlightPath, StaysLowWhereTheWayIsShort) {
    const FlightPath path{kHere, map::View{{100, 0}, 1, kWindow}};
    EXPECT_LT(path.at(0.5).units_per_pixel(), 1.02);
}

TEST(FlightPath, APureZoomKeepsItsCentreAndIsEvenInTheEye) {
    const FlightPath path{kHere, map::View{{0, 0}, 1.0 / 16, kWindow}};
    EXPECT_EQ(path.at(0.5).center(), (geo::MapPoint{0, 0}));
    EXPECT_NEAR(path.at(0.5).units_per_pixel(), 0.25, 1e-12);
    EXPECT_NEAR(path.length(), std::log(16) / 1.42, 1e-12);
}

TEST(FlightPath, IsAsLongThereAsBack) {
    const map::View there{{8000, -3000}, 0.1, kWindow};
    EXPECT_NEAR(FlightPath(kHere, there).length(), FlightPath(there, kHere).length(), 1e-9);
}

}  // namespace
}  // namespace jinsha::app
