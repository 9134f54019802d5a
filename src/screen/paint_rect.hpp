#pragma once

#include "image/image.hpp"
#include "scene/map_snapshot.hpp"
#include "scene/pixel_grid.hpp"

#include <atomic>

namespace jinsha::screen {

/// What the map looks like there below its topmost symbols: display list, then AGG. `target` has the size of
/// `rect`. Any thread.
void paint_rect(const scene::MapSnapshot& snapshot, double units_per_pixel, const scene::GridRect& rect,
                image::Image& target, const std::atomic<bool>& cancelled);

}  // namespace jinsha::screen
