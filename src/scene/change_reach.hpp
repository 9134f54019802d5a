#pragma once

#include "scene/map_snapshot.hpp"

namespace jinsha::scene {

/// How far from a feature that changed, in physical pixels, tiles may look different. Infinite where symbols
/// are painted into tiles: one that moves may push others aside anywhere.
[[nodiscard]] double change_reach_px(const MapSnapshot& snapshot, double units_per_pixel);

}  // namespace jinsha::scene
