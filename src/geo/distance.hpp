#pragma once

#include "geo/geometry.hpp"
#include "geo/points.hpp"

#include <span>

namespace jinsha::geo {

/// Is `p` inside, by the non-zero rule over all rings (what the painter fills by)? On an edge either may be
/// the answer.
[[nodiscard]] bool contains(const GeometryView& polygon, MapPoint p) noexcept;

/// Between p and the nearest point of the segment from a to b.
[[nodiscard]] double distance_to_segment(MapPoint p, MapPoint a, MapPoint b) noexcept;
/// Between p and the nearest point of a line or ring; infinite for an empty one.
[[nodiscard]] double distance_to_line(MapPoint p, std::span<const MapPoint> line) noexcept;
/// Between p and the nearest point of the geometry; 0 inside a polygon, infinite when there is no geometry.
[[nodiscard]] double distance(const GeometryView& geometry, MapPoint p) noexcept;

}  // namespace jinsha::geo
