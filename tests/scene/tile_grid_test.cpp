#include "scene/tile_grid.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unordered_set>

namespace jinsha::scene {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TileGrid, CoversARectangleOnBothSidesOfTheOrigin) {
    EXPECT_THAT(tiles_of({-1, -1, 2, 2}),
                ElementsAre(TilePlace{-1, -1}, TilePlace{0, -1}, TilePlace{-1, 0}, TilePlace{0, 0}));
}

TEST(TileGrid, NeedsOneTileForExactlyOneTile) {
    EXPECT_THAT(tiles_of({-512, 512, 512, 512}), ElementsAre(TilePlace{-1, 1}));
    EXPECT_EQ((TilePlace{-1, 1}.rect()), (GridRect{-512, 512, 512, 512}));
}

TEST(TileGrid, NeedsNoTileForNothing) {
    EXPECT_THAT(tiles_of({5, 5, 0, 10}), IsEmpty());
}

TEST(TileGrid, ReachesTilesFarFromTheOrigin) {
    EXPECT_THAT(tiles_of({-5'120'000'000'001, 0, 2, 1}),
                ElementsAre(TilePlace{-10'000'000'001, 0}, TilePlace{-10'000'000'000, 0}));
}

TEST(TileGrid, OrdersTilesFromTheMiddle) {
    const auto tiles = tiles_from_center({0, 0, 3 * 512, 3 * 512});
    ASSERT_EQ(tiles.size(), 9u);
    EXPECT_EQ(tiles.front(), (TilePlace{1, 1}));
    for (std::size_t i = 5; i < 9; ++i) EXPECT_NE(tiles[i].column, 1) << "corners come last";
}

TEST(TileGrid, TellsKeysOfDifferentRevisionScaleAndPlaceApart) {
    const std::unordered_set<TileKey, TileKeyHash> keys{
        {1, 2.5, {0, 0}}, {2, 2.5, {0, 0}}, {1, 5, {0, 0}}, {1, 2.5, {1, 0}}, {1, 2.5, {0, 0}}};
    EXPECT_EQ(keys.size(), 4u);
}

TEST(TileGrid, CountsTheWindowsPixelsFromTheOrigin) {
    const geo::MapPoint origin{1000, 2000};
    const map::View view = map::View{{1010.3, 1990.2}, 0.5, {101, 60}}.snapped(origin);
    const GridRect rect = grid_rect(view, origin);
    EXPECT_EQ(rect, (GridRect{-30, -10, 101, 60}));
    const geo::ScreenPoint corner = view.to_screen(PixelGrid{origin, 0.5}.to_map(GridPoint{-30, -10}));
    EXPECT_NEAR(corner.x, 0, 1e-9);
    EXPECT_NEAR(corner.y, 0, 1e-9);
}

TEST(RestZoom, IsAMultipleOfAQuarter) {
    EXPECT_EQ(nearest_rest_zoom(12.3), 12.25);
    EXPECT_EQ(nearest_rest_zoom(-0.2), -0.25);
}

TEST(RestZoom, GoesOneStepForEveryNotch) {
    EXPECT_EQ(rest_zoom_after(12.25, 1), 12.5);
    EXPECT_EQ(rest_zoom_after(12.25, -2), 11.75);
}

TEST(RestZoom, GoesFromBetweenToTheNextOneOnThatSide) {
    EXPECT_EQ(rest_zoom_after(12.3, 1), 12.5);
    EXPECT_EQ(rest_zoom_after(12.3, -1), 12.25);
}

TEST(RestZoom, IsNotHeldUpByRounding) {
    EXPECT_EQ(rest_zoom_after(12.25 - 1e-12, 1), 12.5);
    EXPECT_EQ(rest_zoom_after(12.25 + 1e-12, -1), 12.0);
}

}  // namespace
}  // namespace jinsha::scene
