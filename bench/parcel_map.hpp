#pragma once

#include "scene/map_snapshot.hpp"
#include "scene/pixel_grid.hpp"

#include <cstdint>
#include <memory>

namespace jinsha::bench {

/// A map of `side` × `side` parcels in four colours with dark outlines, and above them a name for each.
[[nodiscard]] std::shared_ptr<const scene::MapSnapshot> parcel_map(std::uint64_t side);

/// Pixels around the middle of it.
[[nodiscard]] scene::GridRect middle_rect(std::uint64_t side, double units_per_pixel, int width, int height);

}  // namespace jinsha::bench
