#pragma once

#include "geo/envelope.hpp"
#include "geo/points.hpp"

#include <compare>
#include <cstdint>

namespace jinsha::scene {

/// On the pixel grid of a document at one scale: physical pixels from the document's origin, x east, y south.
struct GridPoint {
    double x{}, y{};
    bool operator==(const GridPoint&) const = default;
};

/// A rectangle of whole pixels of the grid: columns [left, left + width), rows [top, top + height).
struct GridRect {
    std::int64_t left{}, top{};
    int width{}, height{};
    bool operator==(const GridRect&) const = default;
};

/// The pixels of the world at one scale, counted from an origin that is fixed per document. What a pixel
/// looks like depends on its place here, never on the tile, window or page it is painted for.
struct PixelGrid {
    geo::MapPoint origin;
    double units_per_pixel{1};  // map units in one physical pixel, > 0

    bool operator==(const PixelGrid&) const = default;

    [[nodiscard]] GridPoint to_grid(geo::MapPoint p) const noexcept {
        return {(p.x - origin.x) / units_per_pixel, (origin.y - p.y) / units_per_pixel};
    }
    [[nodiscard]] geo::MapPoint to_map(GridPoint p) const noexcept {
        return {origin.x + p.x * units_per_pixel, origin.y - p.y * units_per_pixel};
    }
    [[nodiscard]] geo::Envelope to_map(const GridRect& r) const noexcept {
        const auto upper_left = to_map(GridPoint{static_cast<double>(r.left), static_cast<double>(r.top)});
        return {upper_left.x, upper_left.y - r.height * units_per_pixel,
                upper_left.x + r.width * units_per_pixel, upper_left.y};
    }
};

}  // namespace jinsha::scene
