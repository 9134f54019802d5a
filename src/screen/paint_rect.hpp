#pragma once

#include "image/image.hpp"
#include "scene/lower_symbols.hpp"
#include "scene/map_snapshot.hpp"
#include "scene/pixel_grid.hpp"

#include <atomic>

namespace jinsha::screen {

/// What the map looks like there below its topmost symbols: display list, then AGG. `symbols` are those of
/// symbol layers among them; null: left out. `target` has the size of `rect`. Any thread.
void paint_rect(const scene::MapSnapshot& snapshot, double units_per_pixel, const scene::GridRect& rect,
                const scene::LowerSymbols* symbols, image::Image& target, const std::atomic<bool>& cancelled);

}  // namespace jinsha::screen
