#pragma once

#include "check/findings.hpp"
#include "check/geojson_check.hpp"
#include "check/written_geometry.hpp"

#include <span>

namespace jinsha::check {

/// Positions that no degrees can be, that lie outside of the area, or whose two numbers seem to be swapped:
/// each at most once a feature.
void check_positions(std::span<const WrittenShape> shapes, const GeoJsonContext& context, Findings& findings);

}  // namespace jinsha::check
