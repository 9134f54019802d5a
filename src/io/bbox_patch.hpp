#pragma once

#include "error/error.hpp"
#include "geo/geometry.hpp"
#include "io/coordinate_grid.hpp"
#include "json/patch.hpp"
#include "json/value.hpp"

#include <vector>

namespace jinsha::io {

/// How the "bbox" member of a feature or collection follows an edit.
enum class BboxRule {
    Fit,  // it becomes that of the geometry: a feature is known whole
    Grow  // it grows to hold the geometry too, and never shrinks: that would take all other features
};

/// Appends the patches of the numbers that change, if `object` has such a member of two or three dimensions
/// (RFC 7946, section 5). One that crosses the antimeridian, or is no list of numbers, stays.
[[nodiscard]] Result<void> patch_bbox(const json::Value& object,
                                      const std::vector<geo::GeometryView>& geometries, BboxRule rule,
                                      const CoordinateGrid& grid, std::vector<json::Patch>& patches);

}  // namespace jinsha::io
