#include "scene/display_list_cache.hpp"

#include "scene/small_map.hpp"

#include <gtest/gtest.h>

namespace jinsha::scene {
namespace {

constexpr const char* kTwoLayers = R"({
    "sources": {"areas": {"features": [{"geometry": {"type": "Polygon",
        "coordinates": [[[10, -90], [90, -90], [90, -10], [10, -10], [10, -90]]]}}]}},
    "layers": [{"id": "fill", "type": "fill", "source": "areas", "paint": {"fill-color": "#ff0000"}},
               {"id": "line", "type": "line", "source": "areas", "paint": {"line-color": "#000000"}}]})";

class DisplayListCacheTest : public testing::Test {
protected:
    std::shared_ptr<const DisplayList> list(const MapSnapshot& snapshot, std::size_t layer,
                                            double units_per_pixel = 1, std::int64_t left = 0) {
        return cache_.list(snapshot, layer, units_per_pixel, {left, 0, 100, 100}, not_cancelled_);
    }

    std::atomic<bool> not_cancelled_{false};
    DisplayListCache cache_{1 << 20};
    std::shared_ptr<const MapSnapshot> map_ = small_map(kTwoLayers);
};

TEST_F(DisplayListCacheTest, MakesAListOnce) {
    const auto first = list(*map_, 0);
    EXPECT_EQ(first->items.size(), 1);
    EXPECT_EQ(list(*map_, 0), first);
    EXPECT_NE(list(*map_, 1), first);
}

TEST_F(DisplayListCacheTest, KeepsTheListsOfLayersThatDidNotChange) {
    const auto line = list(*map_, 1);
    MapSnapshot other = *map_;
    other.revision = 2;
    other.layers[0].is_visible = false;
    EXPECT_EQ(list(other, 1), line);
}

TEST_F(DisplayListCacheTest, TellsScalesPlacesStylesAndDataApart) {
    const auto here = list(*map_, 0);
    EXPECT_NE(list(*map_, 0, 2), here);
    EXPECT_NE(list(*map_, 0, 1, 50), here);
    const auto restyled = small_map(kTwoLayers);
    MapSnapshot other = *map_;
    other.layers[0].style = restyled->layers[0].style;
    EXPECT_NE(list(other, 0), here);
    other = *map_;
    other.layers[0].source = restyled->layers[0].source;
    EXPECT_NE(list(other, 0), here);
}

TEST_F(DisplayListCacheTest, StaysWithinItsBudget) {
    for (int i = 0; i < 3000; ++i) (void)list(*map_, 0, 1, i);
    EXPECT_LE(cache_.size_bytes(), 1 << 20);
    EXPECT_GT(cache_.size_bytes(), 1 << 19);
    const auto latest = list(*map_, 0, 1, 2999);
    EXPECT_EQ(list(*map_, 0, 1, 2999), latest);
    cache_.clear();
    EXPECT_EQ(cache_.size_bytes(), 0);
}

TEST_F(DisplayListCacheTest, KeepsNothingThatWasCancelled) {
    const std::atomic<bool> cancelled{true};
    const auto part = cache_.list(*map_, 0, 1, {0, 0, 100, 100}, cancelled);
    EXPECT_TRUE(part->items.empty());
    EXPECT_EQ(list(*map_, 0)->items.size(), 1);
}

}  // namespace
}  // namespace jinsha::scene
