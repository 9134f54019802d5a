#pragma once

#include "map/feature_key.hpp"
#include "scene/map_snapshot.hpp"
#include "scene/placement.hpp"

#include <optional>
#include <vector>

namespace jinsha::scene {

struct Pick {
    map::FeatureKey feature;
    std::uint32_t layer{};  // in MapSnapshot::layers, the topmost that shows the feature here
    std::optional<std::uint32_t> cluster{};  // a cluster of which the feature is a member: see PlacedSymbol
    bool operator==(const Pick&) const = default;
};

/// What is under `at`, topmost first, each feature once: first the placed symbols (`symbols`: what the window
/// shows), then the visible layers from the top down. Points and lines are met within 6 CSS pixels, polygons
/// by their inside.
[[nodiscard]] std::vector<Pick> pick(const MapSnapshot& snapshot, const PixelGrid& grid,
                                     const std::vector<PlacedSymbol>& symbols, GridPoint at);

}  // namespace jinsha::scene
