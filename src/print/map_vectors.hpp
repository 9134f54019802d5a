#pragma once

#include "print/canvas.hpp"
#include "print/page_plan.hpp"

#include <atomic>
#include <string>
#include <vector>

namespace jinsha::print {

/// Draws the map of the page as vectors, clipped to its frame: the layers below the symbols from the same
/// display list that is painted for the window, but finer, and the symbols on the places that they have in a
/// window of 96 dpi. Returns why symbols were left out, each reason once. Stops early when `cancelled`
/// becomes true.
[[nodiscard]] std::vector<std::string> draw_map_vectors(const PagePlan& plan, Canvas& canvas,
                                                        const std::atomic<bool>& cancelled);

}  // namespace jinsha::print
