#pragma once

#include "geo/geometry.hpp"

#include <optional>

namespace jinsha::geo {

/// Where a label or symbol of the whole geometry stands. Polygon: the point of its largest polygon (exterior
/// ring less holes) that is furthest from every edge (pole of inaccessibility, Garcia-Castellanos and
/// Lombardo 2007), within 1 % of the polygon's size. Line: halfway along its longest part. Point: the first.
/// None for an empty geometry. A function of the geometry alone; takes some 0.1 ms for a polygon, so keep it.
[[nodiscard]] std::optional<MapPoint> label_point(const GeometryView& geometry);

/// The point at that distance along a line; its ends outside [0, length]. Needs at least one point.
[[nodiscard]] MapPoint point_along(std::span<const MapPoint> line, double distance) noexcept;
[[nodiscard]] double line_length(std::span<const MapPoint> line) noexcept;

}  // namespace jinsha::geo
