#pragma once

#include "scene/pixel_grid.hpp"
#include "scene/placement.hpp"

#include <vector>

namespace jinsha::print {

/// Takes away the texts that the edge of `frame` would cut through: half a name on a page looks like a
/// mistake. Icons stay, as they say where something is. A text along a line goes whole.
void leave_out_cut_texts(std::vector<scene::PlacedSymbol>& symbols, const scene::GridRect& frame);

}  // namespace jinsha::print
