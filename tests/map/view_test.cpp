#include "map/view.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace jinsha::map {
namespace {

using geo::MapPoint;
using geo::ScreenPoint;

const View kView{MapPoint{1000, 2000}, 0.5, ScreenSize{800, 600}};  // half a map unit per pixel

TEST(View, ShowsItsCenterInTheMiddleOfTheWindow) {
    EXPECT_EQ(kView.to_screen({1000, 2000}), (ScreenPoint{400, 300}));
}

TEST(View, DrawsNorthUp) {
    EXPECT_LT(kView.to_screen({0, 1}).y, kView.to_screen({0, 0}).y);
}

TEST(View, ComesBackFromScreenToMap) {
    const MapPoint p{1012.5, 1987.25};
    EXPECT_EQ(kView.to_map(kView.to_screen(p)), p);
}

TEST(View, KeepsTheAnchorWhereItIsWhileZooming) {
    const ScreenPoint anchor{100, 500};
    const View closer = kView.zoomed(4, anchor);
    EXPECT_DOUBLE_EQ(closer.units_per_pixel(), 0.125);
    EXPECT_EQ(closer.to_map(anchor), kView.to_map(anchor));
}

TEST(View, MovesTheMapWithTheHand) {
    const MapPoint grabbed = kView.to_map({200, 200});
    EXPECT_EQ(kView.panned(30, -10).to_screen(grabbed), (ScreenPoint{230, 190}));
}

TEST(View, SnapsItsCornerToWholePixelsOfTheGrid) {
    const View snapped = View{MapPoint{1000.2, 2000.1}, 0.5, ScreenSize{801, 600}}.snapped({0, 0});
    const MapPoint corner = snapped.to_map({0, 0});
    EXPECT_DOUBLE_EQ(corner.x / 0.5, std::round(corner.x / 0.5));
    EXPECT_DOUBLE_EQ(corner.y / 0.5, std::round(corner.y / 0.5));
    EXPECT_NEAR(snapped.center().x, 1000.2, 0.5);
}

TEST(View, ShowsAWholeBoxInsideItsMargin) {
    const View view = View::showing({0, 0, 1000, 100}, {1100, 400}, 50, 1);
    EXPECT_DOUBLE_EQ(view.units_per_pixel(), 1);
    EXPECT_EQ(view.to_screen({0, 50}), (ScreenPoint{50, 200}));
}

TEST(View, ShowsAPointAtTheScaleGivenForIt) {
    EXPECT_DOUBLE_EQ(View::showing({5, 5, 5, 5}, {800, 600}, 20, 2.5).units_per_pixel(), 2.5);
}

}  // namespace
}  // namespace jinsha::map
