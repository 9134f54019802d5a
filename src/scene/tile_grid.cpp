#include "scene/tile_grid.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace jinsha::scene {

namespace {

/// The tile that pixel `pixel` lies in, along one axis; rounds down on both sides of the origin.
std::int64_t tile_at(std::int64_t pixel) noexcept {
    return pixel >= 0 ? pixel / kTileSizePx : -((-pixel + kTileSizePx - 1) / kTileSizePx);
}

void combine(std::size_t& seed, std::size_t hash) noexcept {
    seed ^= hash + 0x9e3779b9u + (seed << 6) + (seed >> 2);
}

}  // namespace

std::size_t TileKeyHash::operator()(const TileKey& key) const noexcept {
    std::size_t seed = std::hash<std::uint64_t>{}(key.revision);
    combine(seed, std::hash<double>{}(key.units_per_pixel));
    combine(seed, std::hash<std::int64_t>{}(key.place.column));
    combine(seed, std::hash<std::int64_t>{}(key.place.row));
    return seed;
}

std::vector<TilePlace> tiles_of(const GridRect& rect) {
    std::vector<TilePlace> tiles;
    if (rect.width <= 0 || rect.height <= 0) return tiles;
    const std::int64_t last_column = tile_at(rect.left + rect.width - 1);
    const std::int64_t last_row = tile_at(rect.top + rect.height - 1);
    for (std::int64_t row = tile_at(rect.top); row <= last_row; ++row) {
        for (std::int64_t column = tile_at(rect.left); column <= last_column; ++column) {
            tiles.push_back({column, row});
        }
    }
    return tiles;
}

double distance_from_center(TilePlace tile, const GridRect& rect) noexcept {
    const GridRect square = tile.rect();
    return std::hypot(static_cast<double>(square.left - rect.left) + (square.width - rect.width) / 2.0,
                      static_cast<double>(square.top - rect.top) + (square.height - rect.height) / 2.0);
}

std::vector<TilePlace> tiles_from_center(const GridRect& rect) {
    std::vector<TilePlace> tiles = tiles_of(rect);
    std::stable_sort(tiles.begin(), tiles.end(), [&](TilePlace a, TilePlace b) {
        return distance_from_center(a, rect) < distance_from_center(b, rect);
    });
    return tiles;
}

GridRect grid_rect(const map::View& view, geo::MapPoint origin) noexcept {
    const geo::MapPoint corner = view.to_map(geo::ScreenPoint{0, 0});
    const GridPoint at = PixelGrid{origin, view.units_per_pixel()}.to_grid(corner);
    return {std::llround(at.x), std::llround(at.y), view.window().width, view.window().height};
}

double nearest_rest_zoom(double zoom) noexcept {
    return std::round(zoom / kRestZoomStep) * kRestZoomStep;
}

double rest_zoom_after(double zoom, int steps) noexcept {
    if (steps == 0) return nearest_rest_zoom(zoom);
    constexpr double kNearlyThere = 1e-6;  // a zoom that came from a scale is off by rounding
    const double place = zoom / kRestZoomStep;
    const double start = steps > 0 ? std::floor(place + kNearlyThere) : std::ceil(place - kNearlyThere);
    return (start + steps) * kRestZoomStep;
}

}  // namespace jinsha::scene
