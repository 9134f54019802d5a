#pragma once

#include "image/image.hpp"
#include "scene/display_list.hpp"

namespace jinsha::paint {

/// Paints a circle by each pixel's distance from the centre: the edge falls off within one pixel, or over the
/// blurred share of the radius.
void paint_circle(scene::SubPixelPoint center, const scene::CirclePaint& paint, image::Image& target);

}  // namespace jinsha::paint
