#include "screen/tile_wishes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace jinsha::screen {
namespace {

using testing::Contains;
using testing::Each;
using testing::Field;
using testing::SizeIs;

scene::MapSnapshot snapshot() {
    scene::MapSnapshot result;
    result.revision = 7;
    return result;
}

/// 1280 × 800 pixels of 10 map units about the origin: tiles -2 to 1 by -1 to 0.
const map::View kView{{0, 0}, 10, {1280, 800}};
const geo::Envelope kExtent{-50'000, -50'000, 50'000, 50'000};

std::vector<TileWish> in_order(std::vector<TileWish> wishes) {
    std::ranges::stable_sort(wishes, {}, &TileWish::priority);
    return wishes;
}

TEST(TileWishes, BeginWithWhatTheWindowShows) {
    const auto wishes = in_order(tile_wishes(kView, snapshot(), kExtent));
    for (std::size_t i = 0; i < 8; ++i) {
        const scene::TileKey key = wishes[i].key;
        EXPECT_EQ(key.revision, 7);
        EXPECT_EQ(key.units_per_pixel, 10);
        EXPECT_TRUE(key.place.column >= -2 && key.place.column <= 1) << key.place.column;
        EXPECT_TRUE(key.place.row >= -1 && key.place.row <= 0) << key.place.row;
    }
}

TEST(TileWishes, BeginInTheMiddle) {
    const auto wishes = in_order(tile_wishes(kView, snapshot(), kExtent));
    for (std::size_t i = 0; i < 4; ++i) {
        const auto column = wishes[i].key.place.column;
        EXPECT_TRUE(column == -1 || column == 0) << column;
    }
}

TEST(TileWishes, EndWithARingAroundTheWindow) {
    const auto wishes = in_order(tile_wishes(kView, snapshot(), kExtent));
    EXPECT_EQ(wishes.back().key.units_per_pixel, 10);
    const auto corner = scene::TileKey{7, 10, {-3, -2}};
    EXPECT_THAT(wishes, Contains(Field(&TileWish::key, corner)));
}

TEST(TileWishes, GoOnWithWhatTheWindowComesToNext) {
    // The window moves to the east: the column east of it comes before all that is not in the window.
    const auto wishes = in_order(tile_wishes(kView, snapshot(), kExtent, {30, 2}));
    for (std::size_t i = 8; i < 10; ++i) {
        EXPECT_EQ(wishes[i].key.units_per_pixel, 10);
        EXPECT_EQ(wishes[i].key.place.column, 2);
    }
    EXPECT_EQ(in_order(tile_wishes(kView, snapshot(), kExtent, {0.3, 0})).size(),
              in_order(tile_wishes(kView, snapshot(), kExtent)).size());
}

TEST(TileWishes, HoldAnOverviewOfTheWholeMap) {
    const auto wishes = tile_wishes(kView, snapshot(), kExtent);
    geo::Envelope covered;
    for (const TileWish& wish : wishes) {
        if (wish.key.units_per_pixel > 50) {
            covered.extend(snapshot().grid(wish.key.units_per_pixel).to_map(wish.key.place.rect()));
        }
    }
    EXPECT_TRUE(covered.contains({kExtent.min_x, kExtent.min_y}));
    EXPECT_TRUE(covered.contains({kExtent.max_x, kExtent.max_y}));
}

TEST(TileWishes, AMapWithoutDataHasNoOverview) {
    const auto wishes = tile_wishes(kView, snapshot(), {});
    for (const TileWish& wish : wishes) {
        EXPECT_TRUE(wish.key.units_per_pixel == 10 || wish.key.units_per_pixel == 40);
    }
}

TEST(TileWishes, NameEachTileOnce) {
    auto wishes = tile_wishes(map::View{{0, 0}, 100, {1280, 800}}, snapshot(), kExtent);
    const auto count = wishes.size();
    const auto same = [](const TileWish& a, const TileWish& b) { return a.key == b.key; };
    for (auto it = wishes.begin(); it != wishes.end(); ++it) {
        EXPECT_EQ(std::count_if(it, wishes.end(), [&](const TileWish& other) { return same(*it, other); }),
                  1);
    }
    EXPECT_GT(count, 0u);
}

TEST(TileWishes, AreFewForAWindow) {
    EXPECT_LT(tile_wishes(map::View{{0, 0}, 10, {1920, 1080}}, snapshot(), kExtent).size(), 90u);
}

}  // namespace
}  // namespace jinsha::screen
