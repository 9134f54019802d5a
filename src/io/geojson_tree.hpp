#pragma once

#include "error/error.hpp"
#include "io/coordinate_grid.hpp"
#include "json/tree.hpp"
#include "map/feature_state.hpp"

#include <string>
#include <vector>

namespace jinsha::io {

/// An attribute as JSON; numbers in their shortest form.
[[nodiscard]] json::Tree tree_of(const style::Value& value);

[[nodiscard]] json::Tree tree_of(const CoordinateGrid::Position& position);

/// A geometry object in the CRS of the file; null for type None. `is_multi` makes a MultiPoint … even of one
/// part.
[[nodiscard]] Result<json::Tree> geometry_tree(const geo::GeometryView& geometry, bool is_multi,
                                               const CoordinateGrid& grid);

/// A new Feature. Its members come in the order of `keys`, as the features of the file have them.
[[nodiscard]] Result<json::Tree> feature_tree(const map::FeatureState& state,
                                              const std::vector<std::string>& keys, bool is_multi,
                                              const CoordinateGrid& grid);

}  // namespace jinsha::io
