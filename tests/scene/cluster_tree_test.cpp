#include "scene/cluster_tree.hpp"

#include "symbol/theme_palette.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

namespace jinsha::scene {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

const std::atomic<bool> kGoesOn{false};

/// At zoom 0 a pixel is 1,000 map units, so that the radius is 40,000 there, 20,000 at zoom 1 and so on.
ClusterRules rules(int max_zoom = 10) {
    constexpr double kMetresAtZoom0 = 40'075'016.686 / 512;
    return {map::ZoomScale{0, kMetresAtZoom0 / 1000}, 40, max_zoom};
}

std::vector<ClusterPoint> points(const std::vector<geo::MapPoint>& places) {
    std::vector<ClusterPoint> points;
    for (std::uint32_t i = 0; i < places.size(); ++i) points.push_back({places[i], {0, i}, 0});
    return points;
}

ClusterTree tree(const std::vector<ClusterPoint>& points, const ClusterRules& by = rules()) {
    auto built = ClusterTree::build(points, by, kGoesOn);
    EXPECT_TRUE(built);
    return *built;
}

const geo::Envelope kEverywhere{-1e9, -1e9, 1e9, 1e9};

std::vector<ClusterPoint> scattered(std::size_t count) {
    std::mt19937 random{7};
    std::normal_distribution<double> near{0, 3000};
    std::uniform_real_distribution<double> anywhere{0, 300'000};
    std::vector<ClusterPoint> points;
    geo::MapPoint town;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (i % 20 == 0) town = {anywhere(random), anywhere(random)};
        points.push_back({{town.x + near(random), town.y + near(random)},
                          {i % 3, i / 3},
                          static_cast<std::uint8_t>(i % 5)});
    }
    return points;
}

/// What is shown at a level: middles of clusters and places of the rest.
std::vector<geo::MapPoint> shown(const ClusterTree& tree, const std::vector<ClusterPoint>& points,
                                 int level) {
    std::vector<geo::MapPoint> places;
    for (const std::uint32_t number : tree.find(level, kEverywhere))
        places.push_back(tree.cluster(number).at);
    for (const ClusterPoint& p : points) {
        if (!tree.is_clustered(p.feature, level)) places.push_back(p.at);
    }
    return places;
}

TEST(ClusterTree, ShowsTwoWithinTheRadiusAsOneInTheirMiddle) {
    const ClusterTree t = tree(points({{0, 0}, {30'000, 0}, {200'000, 0}}));
    const auto found = t.find(0, kEverywhere);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(t.cluster(found[0]).at, (geo::MapPoint{15'000, 0}));
    EXPECT_THAT(t.members(found[0]), UnorderedElementsAre(map::FeatureKey{0, 0}, map::FeatureKey{0, 1}));
    EXPECT_TRUE(t.is_clustered({0, 0}, 0));
    EXPECT_FALSE(t.is_clustered({0, 2}, 0)) << "farther off";
    EXPECT_FALSE(t.is_clustered({1, 0}, 0)) << "another source";
    EXPECT_FALSE(t.is_clustered({0, 99}, 0)) << "no such feature";
}

TEST(ClusterTree, LetsAClusterFallApartAtTheZoomItTells) {
    const ClusterTree t = tree(points({{0, 0}, {12'000, 0}}));  // within 40,000 and 20,000, not 10,000
    EXPECT_THAT(t.find(1, kEverywhere), SizeIs(1));
    EXPECT_THAT(t.find(2, kEverywhere), IsEmpty());
    EXPECT_FALSE(t.is_clustered({0, 0}, 2));
    EXPECT_EQ(t.splits_at(t.find(0, kEverywhere).front()), 2);
    EXPECT_EQ(t.extent(t.find(0, kEverywhere).front()), (geo::Envelope{0, 0, 12'000, 0}));
}

TEST(ClusterTree, NeverSplitsWhatIsOnOneSpot) {
    const ClusterTree t = tree(points({{5, 5}, {5, 5}, {5, 5}}));
    for (int level = 0; level <= t.level(22); ++level) EXPECT_THAT(t.find(level, kEverywhere), SizeIs(1));
    EXPECT_EQ(t.splits_at(0), std::nullopt);
}

TEST(ClusterTree, ClustersCloserThanItsLastZoomOnlyWhatIsOnOneSpot) {
    const ClusterTree t = tree(points({{0, 0}, {30, 0}}), rules(5));
    EXPECT_EQ(t.level(5.9), 5);
    EXPECT_EQ(t.level(6), 6);
    EXPECT_EQ(t.level(21), 6);
    EXPECT_EQ(t.level(-3), 0);
    EXPECT_THAT(t.find(t.level(5), kEverywhere), SizeIs(1));
    EXPECT_THAT(t.find(t.level(6), kEverywhere), IsEmpty());
}

TEST(ClusterTree, LeavesNothingWithinTheRadius) {
    const auto all = scattered(2000);
    const ClusterTree t = tree(all);
    for (int level = 0; level <= 10; ++level) {
        const auto places = shown(t, all, level);
        const double radius = 40'000 / std::exp2(level);
        for (std::size_t i = 0; i < places.size(); ++i) {
            for (std::size_t k = i + 1; k < places.size(); ++k) {
                const double distance = std::hypot(places[i].x - places[k].x, places[i].y - places[k].y);
                ASSERT_GE(distance, radius * (1 - 1e-12)) << "level " << level;
            }
        }
    }
}

TEST(ClusterTree, HoldsEveryClusteredFeatureOnceAndNoClusterOfOne) {
    const auto all = scattered(2000);
    const ClusterTree t = tree(all);
    for (int level = 0; level <= t.level(22); ++level) {
        std::set<map::FeatureKey> held;
        for (const std::uint32_t number : t.find(level, kEverywhere)) {
            EXPECT_GE(t.members(number).size(), 2u);
            for (const map::FeatureKey& member : t.members(number)) {
                EXPECT_TRUE(t.is_clustered(member, level));
                EXPECT_TRUE(held.insert(member).second);
            }
        }
        const auto clustered = std::ranges::count_if(
            all, [&](const ClusterPoint& p) { return t.is_clustered(p.feature, level); });
        EXPECT_EQ(static_cast<std::size_t>(clustered), held.size()) << "level " << level;
    }
}

TEST(ClusterTree, KeepsMembersTogetherOnTheWayOut) {
    const auto all = scattered(1000);
    const ClusterTree t = tree(all);
    for (int level = 1; level <= 10; ++level) {
        std::map<map::FeatureKey, std::uint32_t> farther;
        for (const std::uint32_t number : t.find(level - 1, kEverywhere)) {
            for (const map::FeatureKey& member : t.members(number)) farther[member] = number;
        }
        for (const std::uint32_t number : t.find(level, kEverywhere)) {
            const auto members = t.members(number);
            for (const map::FeatureKey& member : members) {
                ASSERT_TRUE(farther.contains(member));
                EXPECT_EQ(farther.at(member), farther.at(members.front()));
            }
        }
    }
}

TEST(ClusterTree, CountsItsMembersByTheme) {
    auto some = points({{0, 0}, {1, 0}, {2, 0}, {3, 0}});
    some[1].theme = 2;
    some[2].theme = 2;
    some[3].theme = static_cast<std::uint8_t>(symbol::themes().size());
    const ClusterTree t = tree(some);
    EXPECT_THAT(t.theme_counts(t.find(0, kEverywhere).front()),
                ElementsAre(symbol::ThemeCount{"industry", 1}, symbol::ThemeCount{"energy", 2},
                            symbol::ThemeCount{"", 1}));
}

TEST(ClusterTree, FindsClustersByPlace) {
    const ClusterTree t = tree(points({{0, 0}, {1, 0}, {900'000, 0}, {900'001, 0}}));
    EXPECT_THAT(t.find(3, {-10, -10, 10, 10}), SizeIs(1));
    EXPECT_THAT(t.find(3, {100, 100, 200, 200}), IsEmpty());
}

TEST(ClusterTree, OfNothingIsEmpty) {
    const ClusterTree t = tree({});
    EXPECT_THAT(t.find(0, kEverywhere), IsEmpty());
    EXPECT_TRUE(t.extent().is_empty());
    EXPECT_FALSE(t.is_clustered({0, 0}, 0));
}

TEST(ClusterTree, TakesACrowdOnOneSpotInOneStep) {
    const ClusterTree t = tree(points(std::vector<geo::MapPoint>(100'000, {7, 7})));
    EXPECT_EQ(t.members(0).size(), 100'000u);
}

TEST(ClusterTree, IsGivenUpWhenCancelled) {
    const std::atomic<bool> cancelled{true};
    EXPECT_FALSE(ClusterTree::build(scattered(10), rules(), cancelled));
}

}  // namespace
}  // namespace jinsha::scene
