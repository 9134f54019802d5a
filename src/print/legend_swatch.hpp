#pragma once

#include "print/canvas.hpp"
#include "scene/legend.hpp"
#include "symbol/icon_store.hpp"

namespace jinsha::print {

/// Draws how a class looks into its place in the legend, by the style's own colours and widths. What is
/// larger than the place is made to fit.
void draw_swatch(const scene::LegendLook& look, const PageRect& place, double scale,
                 const symbol::IconStore& icons, Canvas& canvas);

}  // namespace jinsha::print
