#include "paint/dashes.hpp"

#include "paint/list_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace jinsha::paint {
namespace {

using testing::ElementsAre;

/// Where dashes begin and end along a line of that length to the east, in pixels.
std::vector<std::pair<double, double>> dashes_of(const std::vector<double>& pattern, double length_px,
                                                 double offset_px = 0) {
    std::vector<std::pair<double, double>> found;
    const std::vector<scene::SubPixelPoint> line{sub_pixel({0, 0}), sub_pixel({length_px / 3, 0}),
                                                 sub_pixel({length_px, 0})};
    DashCutter{pattern}.cut(line, offset_px, [&](std::span<const scene::SubPixelPoint> dash) {
        found.emplace_back(dash.front().x / 256.0, dash.back().x / 256.0);
    });
    return found;
}

TEST(DashCutter, BeginsWithADash) {
    EXPECT_THAT(dashes_of({2, 3}, 10), ElementsAre(std::pair{0, 2}, std::pair{5, 7}));
}

TEST(DashCutter, CutsTheLastDashAtTheEndOfTheLine) {
    EXPECT_THAT(dashes_of({4, 2}, 9), ElementsAre(std::pair{0, 4}, std::pair{6, 9}));
}

TEST(DashCutter, GoesOnFromTheDistanceAlongTheWholeLine) {
    EXPECT_THAT(dashes_of({2, 3}, 6, 6), ElementsAre(std::pair{0, 1}, std::pair{4, 6}));
    EXPECT_THAT(dashes_of({2, 3}, 6, 1e9 + 3), ElementsAre(std::pair{2, 4}));
}

TEST(DashCutter, DrawsAlternatingLengths) {
    EXPECT_THAT(dashes_of({4, 1, 1, 1}, 10), ElementsAre(std::pair{0, 4}, std::pair{5, 6}, std::pair{7, 10}));
}

TEST(DashCutter, MakesADotOfADashWithoutLength) {
    EXPECT_THAT(dashes_of({0, 4}, 9),
                ElementsAre(std::pair{0, 0.25}, std::pair{4, 4.25}, std::pair{8, 8.25}));
}

TEST(DashCutter, FollowsTheCornersOfTheLine) {
    const std::vector<scene::SubPixelPoint> line{sub_pixel({0, 0}), sub_pixel({3, 0}), sub_pixel({3, 3})};
    std::vector<std::vector<scene::SubPixelPoint>> found;
    DashCutter{std::vector<double>{4, 9}}.cut(line, 0, [&](std::span<const scene::SubPixelPoint> dash) {
        found.emplace_back(dash.begin(), dash.end());
    });
    ASSERT_EQ(found.size(), 1u);
    EXPECT_THAT(found[0], ElementsAre(sub_pixel({0, 0}), sub_pixel({3, 0}), sub_pixel({3, 1})));
}

}  // namespace
}  // namespace jinsha::paint
