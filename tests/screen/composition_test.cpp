#include "screen/composition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::screen {
namespace {

using scene::TileKey;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const geo::MapPoint kOrigin{1000, 2000};

/// Shows exactly tile (0, 0) of scale 2: 512 pixels from the origin to the south-east.
const map::View kView{{1000 + 512, 2000 - 512}, 2.0, {512, 512}};

TileKey tile(std::uint64_t revision, double units_per_pixel, std::int64_t column, std::int64_t row) {
    return {revision, units_per_pixel, {column, row}};
}

std::vector<TileKey> keys(const Composition& composition) {
    std::vector<TileKey> result;
    for (const TilePlacement& tile : composition.tiles) result.push_back(tile.key);
    return result;
}

TEST(Composition, DrawsTheTileOfTheViewPixelOnPixel) {
    const std::vector available{tile(1, 2.0, 0, 0), tile(1, 2.0, 1, 0)};
    const auto result = compose(kView, kOrigin, 1, available);
    ASSERT_THAT(result.tiles, SizeIs(1));
    EXPECT_EQ(result.tiles[0].key, tile(1, 2.0, 0, 0));
    EXPECT_EQ(result.tiles[0].on_screen, (ScreenRect{0, 0, 512, 512}));
    EXPECT_TRUE(result.tiles[0].is_exact);
    EXPECT_TRUE(result.is_covered);
    EXPECT_TRUE(result.is_exact);
}

TEST(Composition, WithoutTilesNothingIsCovered) {
    const auto result = compose(kView, kOrigin, 1, {});
    EXPECT_THAT(result.tiles, IsEmpty());
    EXPECT_FALSE(result.is_covered);
    EXPECT_FALSE(result.is_exact);
}

TEST(Composition, ACoarserTileFillsInScaledUp) {
    const std::vector available{tile(1, 4.0, 0, 0)};
    const auto result = compose(kView, kOrigin, 1, available);
    ASSERT_THAT(result.tiles, SizeIs(1));
    EXPECT_EQ(result.tiles[0].on_screen, (ScreenRect{0, 0, 1024, 1024}));
    EXPECT_FALSE(result.tiles[0].is_exact);
    EXPECT_TRUE(result.is_covered);
    EXPECT_FALSE(result.is_exact);
}

TEST(Composition, TilesOfFarScalesLieBelowThoseOfNearOnes) {
    // A quarter of the window has a tile of the next finer scale; the rest is of scale 8.
    const std::vector available{tile(1, 1.0, 0, 0), tile(1, 8.0, 0, 0)};
    EXPECT_THAT(keys(compose(kView, kOrigin, 1, available)),
                ElementsAre(tile(1, 8.0, 0, 0), tile(1, 1.0, 0, 0)));
}

TEST(Composition, DrawsNothingThatBetterTilesHide) {
    const std::vector available{tile(1, 8.0, 0, 0), tile(1, 2.0, 0, 0), tile(1, 4.0, 0, 0)};
    EXPECT_THAT(keys(compose(kView, kOrigin, 1, available)), ElementsAre(tile(1, 2.0, 0, 0)));
}

TEST(Composition, KeepsTheOldRevisionUntilTheNewTileIsThere) {
    const std::vector available{tile(1, 2.0, 0, 0), tile(2, 8.0, 0, 0)};
    const auto before = compose(kView, kOrigin, 2, available);
    EXPECT_THAT(keys(before), ElementsAre(tile(1, 2.0, 0, 0)));
    EXPECT_FALSE(before.is_exact);

    const std::vector later{tile(1, 2.0, 0, 0), tile(2, 2.0, 0, 0)};
    const auto after = compose(kView, kOrigin, 2, later);
    EXPECT_THAT(keys(after), ElementsAre(tile(2, 2.0, 0, 0)));
    EXPECT_TRUE(after.is_exact);
}

TEST(Composition, AFinerTileIsPreferredToACoarserOneAsFarAway) {
    const std::vector available{tile(1, 4.0, 0, 0), tile(1, 1.0, 0, 0), tile(1, 1.0, 1, 0),
                                tile(1, 1.0, 0, 1), tile(1, 1.0, 1, 1)};
    const auto result = compose(kView, kOrigin, 1, available);
    EXPECT_THAT(result.tiles, SizeIs(4));
    for (const TilePlacement& placed : result.tiles) EXPECT_EQ(placed.key.units_per_pixel, 1.0);
}

TEST(Composition, NeighboursShareTheirEdgeWhileTheViewZooms) {
    const map::View zooming{{1000 + 1024, 2000 - 300}, 1.37, {800, 600}};
    const std::vector available{tile(1, 2.0, 0, 0), tile(1, 2.0, 1, 0), tile(1, 2.0, 0, -1),
                                tile(1, 2.0, 1, -1)};
    const auto result = compose(zooming, kOrigin, 1, available);
    EXPECT_TRUE(result.is_covered);
    for (const TilePlacement& a : result.tiles) {
        for (const TilePlacement& b : result.tiles) {
            if (b.key.place.column == a.key.place.column + 1) {
                EXPECT_EQ(a.on_screen.right, b.on_screen.left);
            }
            if (b.key.place.row == a.key.place.row + 1) {
                EXPECT_EQ(a.on_screen.bottom, b.on_screen.top);
            }
        }
    }
}

TEST(Composition, AHalfPixelBesideTheGridIsNotPixelOnPixel) {
    const map::View between{{1000 + 513, 2000 - 512}, 2.0, {512, 512}};
    const std::vector available{tile(1, 2.0, 0, 0), tile(1, 2.0, 1, 0)};
    for (const TilePlacement& placed : compose(between, kOrigin, 1, available).tiles) {
        EXPECT_FALSE(placed.is_exact);
    }
}

}  // namespace
}  // namespace jinsha::screen
