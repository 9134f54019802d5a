#pragma once

#include "style/expression/parsing_context.hpp"
#include "style/geographic_geometry.hpp"

#include <vector>

namespace jinsha::style {

/// The geometries of GeoJSON that stands in an expression, a Feature or FeatureCollection being as good as
/// its geometries: each a single point, line or polygon. Empty when it is no GeoJSON.
[[nodiscard]] std::vector<GeographicGeometry> simple_geometries(const Json& geojson);

}  // namespace jinsha::style
