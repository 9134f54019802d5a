#include "app/cluster_opening.hpp"

#include <gtest/gtest.h>

namespace jinsha::app {
namespace {

const std::atomic<bool> kGoesOn{false};
const map::ZoomScale kScale{0, 1};

scene::ClusterTree tree(std::vector<geo::MapPoint> places) {
    std::vector<scene::ClusterPoint> points;
    for (std::uint32_t i = 0; i < places.size(); ++i) points.push_back({places[i], {0, i}, 0});
    return *scene::ClusterTree::build(points, {kScale, 40, 18}, kGoesOn);
}

ViewRules rules() {
    ViewRules rules;
    rules.scale = kScale;
    rules.pixel_ratio = 2;
    rules.min_units_per_pixel = kScale.units_per_px(20) / 2;
    return rules;
}

const map::View kNow{{500, 500}, 100, {800, 600}};

TEST(ClusterOpening, FliesToTheZoomThatPullsMembersApart) {
    const double apart = 60 * kScale.units_per_px(12);  // within 40 px at zoom 11, not at 12
    const auto view = view_of_split(tree({{0, 0}, {apart, 0}}), 0, kNow, rules());
    ASSERT_TRUE(view);
    EXPECT_EQ(view->center(), (geo::MapPoint{apart / 2, 0}));
    EXPECT_DOUBLE_EQ(view->units_per_pixel(), kScale.units_per_px(12) / 2);
    EXPECT_EQ(view->window(), kNow.window());
}

TEST(ClusterOpening, GoesNowhereForMembersOnOneSpot) {
    EXPECT_FALSE(view_of_split(tree({{0, 0}, {0, 0}}), 0, kNow, rules()));
}

TEST(ClusterOpening, GoesNoCloserThanTheMapAllows) {
    ViewRules far = rules();
    far.min_units_per_pixel = kScale.units_per_px(10);
    EXPECT_FALSE(view_of_split(tree({{0, 0}, {60 * kScale.units_per_px(12), 0}}), 0, kNow, far));
}

}  // namespace
}  // namespace jinsha::app
