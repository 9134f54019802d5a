#pragma once

#include "geo/geometry.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace jinsha::map {

// Geometries as edits make them: values in the map CRS, as GeometryView promises. A vertex is named by its
// place in Geometry::points; the last point of a ring is its first, and moves with it.

/// A line through the points, or none when there are fewer than two different ones.
[[nodiscard]] std::optional<geo::Geometry> line_through(std::vector<geo::MapPoint> points);
/// The area inside the points, which need not be closed, whichever way they run; none when they have no area.
[[nodiscard]] std::optional<geo::Geometry> area_inside(std::vector<geo::MapPoint> points);
/// The area with a hole in the part that holds the first of the points; none when the points have no area, or
/// no part holds it.
[[nodiscard]] std::optional<geo::Geometry> with_hole(const geo::Geometry& area,
                                                     std::vector<geo::MapPoint> points);

[[nodiscard]] geo::Geometry with_vertex_at(const geo::Geometry& geometry, std::size_t vertex,
                                           geo::MapPoint to);
/// A new vertex between `vertex` and the point after it, which belongs to the same part.
[[nodiscard]] geo::Geometry with_vertex_after(const geo::Geometry& geometry, std::size_t vertex,
                                              geo::MapPoint at);
/// None when the part would be left without a length or an area: the feature is to be deleted instead.
[[nodiscard]] std::optional<geo::Geometry> without_vertex(const geo::Geometry& geometry, std::size_t vertex);

/// The vertices that can be taken: all points but those that close rings.
[[nodiscard]] std::vector<std::size_t> vertices_of(const geo::Geometry& geometry);
/// Those with an edge to the point after them.
[[nodiscard]] std::vector<std::size_t> edges_of(const geo::Geometry& geometry);

}  // namespace jinsha::map
