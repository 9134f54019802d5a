#include "map/home_view.hpp"

#include <gtest/gtest.h>

namespace jinsha::map {
namespace {

LoadedMap map_of(const geo::Envelope& extent, const geo::Envelope& home) {
    return {
        {}, geo::Crs::from("EPSG:4543").value(), ZoomScale{26.6, 1}, {500'000, 2'900'000}, extent, home, {},
        {}};
}

const geo::Envelope kCounty{400'000, 2'850'000, 600'000, 2'950'000};
const geo::Envelope kDistrict{450'000, 2'935'000, 470'000, 2'950'000};

TEST(HomeView, ShowsTheHomeExtentWithAMargin) {
    const View view = home_view(map_of(kCounty, kDistrict), {1280, 800}, 1);
    const auto left = view.to_screen({kDistrict.min_x, kDistrict.center().y});
    const auto bottom = view.to_screen({kDistrict.center().x, kDistrict.min_y});
    EXPECT_GE(left.x, 23.9);
    EXPECT_LE(bottom.y, 776.1);
}

TEST(HomeView, KeepsItClearOfAPanelAtTheLeft) {
    const View view = home_view(map_of(kCounty, kDistrict), {1280, 800}, 1, {.left = 260});
    EXPECT_GE(view.to_screen({kDistrict.min_x, kDistrict.center().y}).x, 260 + 23.9);
    EXPECT_LE(view.to_screen({kDistrict.max_x, kDistrict.center().y}).x, 1280 - 23.9);
}

TEST(HomeView, KeepsItClearOfPanelsAtEverySide) {
    const Insets covered{.left = 260, .top = 50, .right = 60, .bottom = 400};
    const View view = home_view(map_of(kCounty, kDistrict), {1280, 800}, 1, covered);
    const auto upper_left = view.to_screen({kDistrict.min_x, kDistrict.max_y});
    const auto lower_right = view.to_screen({kDistrict.max_x, kDistrict.min_y});
    EXPECT_GE(upper_left.x, 260 + 23.9);
    EXPECT_GE(upper_left.y, 50 + 23.9);
    EXPECT_LE(lower_right.x, 1280 - 60 - 23.9);
    EXPECT_LE(lower_right.y, 800 - 400 - 23.9);
}

TEST(HomeView, IsTheExtentOfAMapWithoutAHome) {
    const View view = home_view(map_of(kCounty, {}), {1280, 800}, 1);
    EXPECT_EQ(view.center(), kCounty.center());
}

TEST(HomeView, OfAnEmptyMapIsItsOrigin) {
    const View view = home_view(map_of({}, {}), {1280, 800}, 1);
    EXPECT_EQ(view.center(), (geo::MapPoint{500'000, 2'900'000}));
    EXPECT_GT(view.units_per_pixel(), 0);
}

TEST(HomeView, SurvivesAWindowSmallerThanThePanel) {
    EXPECT_GT(home_view(map_of(kCounty, kDistrict), {100, 80}, 1, {.left = 260}).units_per_pixel(), 0);
}

}  // namespace
}  // namespace jinsha::map
