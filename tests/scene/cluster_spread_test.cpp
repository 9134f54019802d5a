#include "scene/cluster_spread.hpp"

#include "test_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <string>

namespace jinsha::scene {
namespace {

using namespace test;
using testing::Each;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

const symbol::IconStore& icons() {
    static const symbol::IconStore kIcons{{std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "icons"}};
    return kIcons;
}

/// `count` projects on one spot.
std::shared_ptr<MapSnapshot> crowd(int count, const std::string& icon = "badge/energy") {
    std::vector<TestFeature> features(static_cast<std::size_t>(count), {points({{7, 7}}), {}});
    const std::string layer =
        R"({"id": "p", "type": "symbol", "layout": {"icon-image": ")" + icon + R"(", "icon-size": 0.5}})";
    auto map = snapshot_of({{layer, source_of(features)}});
    ClusteredProjects projects{{0}, "theme", {map->scale, 40, 18}};
    map->clusters = std::make_shared<const ProjectClusters>(std::move(projects));
    return map;
}

ClusterSpread spread(const std::shared_ptr<MapSnapshot>& map) {
    const auto tree = map->clusters->tree(*map, 18, kNeverCancelled);
    return spread_cluster(*map, 1, *tree, 0, icons());
}

double nearest(const std::vector<GridPoint>& places) {
    double least = 1e9;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t k = i + 1; k < places.size(); ++k) {
            least = std::min(least, std::hypot(places[i].x - places[k].x, places[i].y - places[k].y));
        }
    }
    return least;
}

TEST(RingPlaces, BeginAtTheTopAndGoClockwise) {
    const auto places = ring_places(4);
    EXPECT_NEAR(places[0].x, 0, 1e-9);
    EXPECT_LT(places[0].y, 0);
    EXPECT_GT(places[1].x, 0);
}

TEST(RingPlaces, KeepBadgesOffEachOtherAndOffTheCluster) {
    for (const std::size_t count : {2u, 3u, 8u, 20u, 21u, 60u, 96u}) {
        const auto places = ring_places(count);
        EXPECT_THAT(places, SizeIs(count));
        EXPECT_GE(nearest(places), 33) << count;
        for (const GridPoint& p : places) EXPECT_GE(std::hypot(p.x, p.y), 55.9);
    }
    EXPECT_THAT(ring_places(0), IsEmpty());
}

TEST(ClusterSpread, StandsItsMembersAroundItAtFullSize) {
    const auto s = spread(crowd(5));
    EXPECT_EQ(s.middle, (GridPoint{7, -7}));
    ASSERT_THAT(s.members, SizeIs(5));
    EXPECT_EQ(s.members[0].icons[0].image, "badge/energy");
    EXPECT_EQ(s.members[0].icons[0].width_px, 30);
    EXPECT_EQ(s.members[3].feature, (map::FeatureKey{0, 3}));
    EXPECT_THAT(s.members, Each(Field(&PlacedSymbol::cluster, std::nullopt)));
}

TEST(ClusterSpread, TellsHowManyHaveNoRoom) {
    const auto s = spread(crowd(500));
    EXPECT_THAT(s.members, SizeIs(96));
    EXPECT_EQ(s.left_out, 404u);
}

TEST(ClusterSpread, LeavesThePlaceOfAMissingIconEmpty) {
    EXPECT_THAT(spread(crowd(3, "no-such-icon")).members, IsEmpty());
}

}  // namespace
}  // namespace jinsha::scene
