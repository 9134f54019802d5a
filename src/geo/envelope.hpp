#pragma once

#include "geo/points.hpp"

#include <algorithm>
#include <limits>

namespace jinsha::geo {

/// A box with sides along the axes of the map CRS, edges included. A default one is empty and meets nothing.
struct Envelope {
    double min_x{std::numeric_limits<double>::infinity()};
    double min_y{std::numeric_limits<double>::infinity()};
    double max_x{-std::numeric_limits<double>::infinity()};
    double max_y{-std::numeric_limits<double>::infinity()};

    bool operator==(const Envelope&) const = default;

    [[nodiscard]] bool is_empty() const noexcept { return !(min_x <= max_x && min_y <= max_y); }
    [[nodiscard]] double width() const noexcept { return is_empty() ? 0 : max_x - min_x; }
    [[nodiscard]] double height() const noexcept { return is_empty() ? 0 : max_y - min_y; }
    [[nodiscard]] MapPoint center() const noexcept { return {(min_x + max_x) / 2, (min_y + max_y) / 2}; }
    [[nodiscard]] bool contains(MapPoint p) const noexcept {
        return p.x >= min_x && p.x <= max_x && p.y >= min_y && p.y <= max_y;
    }
    [[nodiscard]] bool intersects(const Envelope& o) const noexcept {
        return min_x <= o.max_x && o.min_x <= max_x && min_y <= o.max_y && o.min_y <= max_y;
    }
    /// Grown by `distance` on every side; an empty one stays empty.
    [[nodiscard]] Envelope grown(double distance) const noexcept {
        return is_empty() ? *this
                          : Envelope{min_x - distance, min_y - distance, max_x + distance, max_y + distance};
    }
    void extend(MapPoint p) noexcept {
        min_x = std::min(min_x, p.x);
        min_y = std::min(min_y, p.y);
        max_x = std::max(max_x, p.x);
        max_y = std::max(max_y, p.y);
    }
    void extend(const Envelope& o) noexcept {
        min_x = std::min(min_x, o.min_x);
        min_y = std::min(min_y, o.min_y);
        max_x = std::max(max_x, o.max_x);
        max_y = std::max(max_y, o.max_y);
    }
};

}  // namespace jinsha::geo
