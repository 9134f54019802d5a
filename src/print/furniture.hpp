#pragma once

#include "print/canvas.hpp"
#include "print/page_plan.hpp"

namespace jinsha::print {

/// Fills the page round the map with the colour of the paper; the map's own rectangle is left alone.
void draw_paper(const PagePlan& plan, Canvas& canvas);

/// Draws all that stands round and over the map: grid, neat line, texts, legend, scale bar, north arrow.
void draw_furniture(const PagePlan& plan, Canvas& canvas);

}  // namespace jinsha::print
