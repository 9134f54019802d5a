#pragma once

#include "error/error.hpp"
#include "geo/geometry.hpp"
#include "io/coordinate_grid.hpp"
#include "json/layout.hpp"
#include "json/patch.hpp"
#include "json/value.hpp"

#include <vector>

namespace jinsha::io {

/// Appends the patches that turn the geometry object `old` of a file into `geometry` (map CRS). Where both
/// have the same parts only the positions that differ are touched, of those only the numbers that differ, and
/// a ring keeps its direction in the file; else the whole geometry is written anew.
[[nodiscard]] Result<void> patch_geometry(const json::Value& old, const geo::GeometryView& geometry,
                                          const CoordinateGrid& grid, const json::Layout& layout,
                                          std::vector<json::Patch>& patches);

}  // namespace jinsha::io
