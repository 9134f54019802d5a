#pragma once

#include "geo/points.hpp"
#include "map/view.hpp"
#include "scene/pixel_grid.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace jinsha::scene {

/// The world is painted in squares of that many physical pixels, counted on the PixelGrid from its origin.
inline constexpr int kTileSizePx = 512;

/// A tile's place: pixels [column · 512, (column + 1) · 512) to the east of the origin, rows to the south.
struct TilePlace {
    std::int64_t column{}, row{};
    bool operator==(const TilePlace&) const = default;

    [[nodiscard]] GridRect rect() const noexcept {
        return {column * kTileSizePx, row * kTileSizePx, kTileSizePx, kTileSizePx};
    }
};

/// What a painted tile is kept by. Scales are compared exactly: they come from one function
/// (MapSnapshot::units_per_pixel) or are carried along from a view.
struct TileKey {
    std::uint64_t revision{};
    double units_per_pixel{};
    TilePlace place;
    bool operator==(const TileKey&) const = default;
};

/// For std::unordered_map.
struct TileKeyHash {
    [[nodiscard]] std::size_t operator()(const TileKey& key) const noexcept;
};

/// The tiles that share a pixel with `rect`: row by row from the upper left one. None for an empty rectangle.
[[nodiscard]] std::vector<TilePlace> tiles_of(const GridRect& rect);

/// The same tiles in the order to paint them in: those whose middle is nearest to the middle of `rect` first.
[[nodiscard]] std::vector<TilePlace> tiles_from_center(const GridRect& rect);

/// Pixels between the middle of the tile and the middle of `rect`: what the order goes by.
[[nodiscard]] double distance_from_center(TilePlace tile, const GridRect& rect) noexcept;

/// The pixels that `view` shows, its upper left corner rounded to whole ones (View::snapped makes it so that
/// nothing is rounded away).
[[nodiscard]] GridRect grid_rect(const map::View& view, geo::MapPoint origin) noexcept;

/// The map comes to rest at multiples of this zoom step after a wheel notch.
inline constexpr double kRestZoomStep = 0.25;

/// The multiple of kRestZoomStep nearest to `zoom`.
[[nodiscard]] double nearest_rest_zoom(double zoom) noexcept;

/// The resting zoom `steps` steps closer (negative: farther) than `zoom`; from a zoom between two of them the
/// first step goes to the next one on that side.
[[nodiscard]] double rest_zoom_after(double zoom, int steps) noexcept;

}  // namespace jinsha::scene
