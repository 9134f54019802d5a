#pragma once

#include "error/error.hpp"
#include "io/coordinate_grid.hpp"
#include "io/geojson_text.hpp"
#include "json/patch.hpp"
#include "map/feature_state.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace jinsha::io {

/// What became of one feature since the text was read.
struct ElementChange {
    /// Its element in the array of features. Of an added feature (`before` is null): the element that it
    /// comes before, or their count.
    std::size_t element{};
    map::FeatureStatePtr before, after;  // `after` is null when the feature was deleted
    std::uint32_t feature{};             // its number in the session
};

/// The patches that carry out `changes`, in the order of the text. `changes` are sorted by element, added
/// ones at one place in their order.
[[nodiscard]] Result<std::vector<json::Patch>> feature_patches(const GeoJsonText& text,
                                                               std::span<const ElementChange> changes,
                                                               const CoordinateGrid& grid);

}  // namespace jinsha::io
