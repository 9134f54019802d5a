#pragma once

#include <span>
#include <vector>

/// Geometry in a plane whose units are the caller's, for `within` and `distance`.
namespace jinsha::style::plane {

struct Point {
    double x{}, y{};
    bool operator==(const Point&) const = default;
};
using Line = std::vector<Point>;    // a ring is a line whose last point is its first
using Polygon = std::vector<Line>;  // rings: inside is what an odd number of them surrounds

enum class Place { Outside, Boundary, Inside };

[[nodiscard]] Place place_in(const Polygon& polygon, Point p) noexcept;

/// Whether the segments cross at a point inside both; those that only touch do not.
[[nodiscard]] bool cross(Point a, Point b, Point c, Point d) noexcept;

/// Whether all of the line is inside, none of it on the boundary.
[[nodiscard]] bool is_inside(std::span<const Point> line, const Polygon& polygon) noexcept;

/// The shortest way between two lines; a single point is a line too. 0 where they cross.
[[nodiscard]] double distance(std::span<const Point> a, std::span<const Point> b) noexcept;
/// 0 where any point of the line is in the polygon.
[[nodiscard]] double distance(std::span<const Point> line, const Polygon& polygon) noexcept;
/// 0 where they overlap.
[[nodiscard]] double distance(const Polygon& a, const Polygon& b) noexcept;

}  // namespace jinsha::style::plane
