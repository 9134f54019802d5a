#pragma once

#include "data/files.hpp"

#include <cmath>
#include <compare>
#include <utility>
#include <vector>

/// Plane geometry in degrees for tests: plain and slow, and not the program's own.
namespace jinsha::data {

struct Position {
    double lon{}, lat{};
    auto operator<=>(const Position&) const = default;
};
using Ring = std::vector<Position>;  // closed, or the vertices of a line
using Polygon = std::vector<Ring>;   // exterior first
using Side = std::pair<Position, Position>;

[[nodiscard]] Ring ring_from(const Json& coordinates);
/// The polygons of a Polygon or MultiPolygon.
[[nodiscard]] std::vector<Polygon> polygons_of(const Json& feature);
[[nodiscard]] Position point_of(const Json& feature);
[[nodiscard]] std::vector<Side> sides_of(const std::vector<Polygon>& polygons);

/// Twice the signed area of a, b, c: positive when they turn left.
[[nodiscard]] double turn(Position a, Position b, Position c);
[[nodiscard]] double signed_area(const Ring& ring);  // square degrees, counter-clockwise positive
/// On WGS 84 by PROJ's geodesics, counter-clockwise positive.
[[nodiscard]] double geodesic_area_km2(const Ring& ring);
[[nodiscard]] double geodesic_length_m(const Side& side);

[[nodiscard]] bool contains(const Ring& ring, Position p);  // even-odd; anything on the ring itself
[[nodiscard]] bool contains(const std::vector<Polygon>& polygons, Position p);
[[nodiscard]] double distance_m(Position p, const Side& side);
[[nodiscard]] double distance_m(Position p, const std::vector<Side>& sides);  // to the nearest

/// The sides have more in common than one end of both: they cross, touch or overlap.
[[nodiscard]] bool conflict(const Side& s, const Side& t);

}  // namespace jinsha::data
