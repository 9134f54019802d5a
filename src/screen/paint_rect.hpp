#pragma once

#include "image/image.hpp"
#include "scene/display_list_cache.hpp"
#include "scene/lower_symbols.hpp"
#include "scene/map_snapshot.hpp"
#include "scene/pixel_grid.hpp"

#include <atomic>

namespace jinsha::screen {

/// What the tiles of a map share.
struct RectSupply {
    scene::DisplayListCache& lists;      // kept here
    const scene::LowerSymbols* symbols;  // of symbol layers below the topmost run; null: left out
};

/// What the map looks like there below its topmost symbols: display lists, then AGG. `target` has the size of
/// `rect`. Any thread.
void paint_rect(const scene::MapSnapshot& snapshot, double units_per_pixel, const scene::GridRect& rect,
                const RectSupply& supply, image::Image& target, const std::atomic<bool>& cancelled);

}  // namespace jinsha::screen
