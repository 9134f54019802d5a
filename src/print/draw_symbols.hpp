#pragma once

#include "image/image.hpp"
#include "scene/pixel_grid.hpp"
#include "scene/placement.hpp"
#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"

#include <span>
#include <string>
#include <vector>

namespace jinsha::print {

/// Draws placed symbols in their order onto `target`, whose upper left pixel is that of `rect`: the same
/// pictures on the same pixels as in the window. Returns why icons could not be drawn, each reason once.
[[nodiscard]] std::vector<std::string> draw_symbols(std::span<const scene::PlacedSymbol> symbols,
                                                    const scene::GridRect& rect, double pixel_ratio,
                                                    const text::FontSet& fonts,
                                                    const symbol::IconStore& icons, image::Image& target);

}  // namespace jinsha::print
