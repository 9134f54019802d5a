#pragma once

#include "scene/map_snapshot.hpp"

#include <memory>
#include <string_view>

namespace jinsha::scene {

/// The zoom at which a map unit of a small map is one CSS pixel.
inline constexpr double kSmallMapZoom = 10;

/// A snapshot of a few lines of JSON: `layers` as in a style, and `sources`, whose values are
/// FeatureCollections in map coordinates (x east, y north; the origin of the pixel grid is 0, 0). Faults of
/// the text end the test program: it is part of the test.
[[nodiscard]] std::shared_ptr<const MapSnapshot> small_map(std::string_view json, double pixel_ratio = 1);

}  // namespace jinsha::scene
