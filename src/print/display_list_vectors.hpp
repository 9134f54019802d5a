#pragma once

#include "print/canvas.hpp"
#include "scene/display_list.hpp"

#include <atomic>

namespace jinsha::print {

/// Draws what is in the list as vectors, without its background. Its corner lies at `corner` of the page,
/// `ratio` of its pixels in a page pixel. It must hold no pictures: whoever draws vectors builds it without
/// symbols and draws those itself. Stops when `cancelled` becomes true.
void draw_display_list(const scene::DisplayList& list, PagePoint corner, double ratio, Canvas& canvas,
                       const std::atomic<bool>& cancelled);

}  // namespace jinsha::print
