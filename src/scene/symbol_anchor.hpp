#pragma once

#include "geo/geometry.hpp"

#include <optional>

namespace jinsha::scene {

/// Where the symbol of a polygon stands, a function of the geometry alone: its centroid when that is well
/// inside (most parcels; some 100 times quicker), else geo::label_point. None for an empty geometry.
[[nodiscard]] std::optional<geo::MapPoint> polygon_anchor(const geo::GeometryView& polygon);

}  // namespace jinsha::scene
