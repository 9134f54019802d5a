#pragma once

#include "scene/pixel_grid.hpp"

#include <algorithm>
#include <limits>

namespace jinsha::scene {

/// Box on the pixel grid, sides along its axes. One without area (a segment, a point) still covers its edge.
struct GridBox {
    double left{}, top{}, right{}, bottom{};
    bool operator==(const GridBox&) const = default;

    [[nodiscard]] bool is_empty() const noexcept { return !(left <= right && top <= bottom); }
    [[nodiscard]] GridPoint center() const noexcept { return {(left + right) / 2, (top + bottom) / 2}; }
    [[nodiscard]] bool contains(GridPoint p) const noexcept {
        return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom;
    }
    /// Grown by `distance` on every side.
    [[nodiscard]] GridBox grown(double distance) const noexcept {
        return {left - distance, top - distance, right + distance, bottom + distance};
    }
    [[nodiscard]] GridBox moved(GridPoint by) const noexcept {
        return {left + by.x, top + by.y, right + by.x, bottom + by.y};
    }
};

/// Meets nothing, and gives way to the other in a union.
inline constexpr GridBox kNoBox{
    std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(),
    -std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};

/// Have the two a point in common that is not only on their edges? Boxes that touch do not meet.
[[nodiscard]] inline bool meet(const GridBox& a, const GridBox& b) noexcept {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

[[nodiscard]] inline GridBox united(const GridBox& a, const GridBox& b) noexcept {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

[[nodiscard]] inline GridBox intersection(const GridBox& a, const GridBox& b) noexcept {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
            std::min(a.bottom, b.bottom)};
}

[[nodiscard]] inline GridBox box_of(const GridRect& rect) noexcept {
    const auto left = static_cast<double>(rect.left), top = static_cast<double>(rect.top);
    return {left, top, left + rect.width, top + rect.height};
}

/// A turn clockwise (y is down), as a pair of numbers, exact for none at all.
struct Turn {
    double cosine{1}, sine{};

    [[nodiscard]] static Turn of_degrees(double degrees) noexcept;
    [[nodiscard]] double degrees() const noexcept;  // -180 to 180
    [[nodiscard]] GridPoint apply(GridPoint p) const noexcept {
        return {p.x * cosine - p.y * sine, p.x * sine + p.y * cosine};
    }
    [[nodiscard]] GridPoint undo(GridPoint p) const noexcept {
        return {p.x * cosine + p.y * sine, p.y * cosine - p.x * sine};
    }
};

/// The box around a rectangle of that size turned about its middle, `center`.
[[nodiscard]] GridBox box_around(GridPoint center, double width, double height, const Turn& turn) noexcept;

}  // namespace jinsha::scene
