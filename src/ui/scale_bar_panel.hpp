#pragma once

#include "ui/frame.hpp"

namespace jinsha::ui {

/// The scale bar, which lies on the map without a ground of its own; `lower_left`: of its box.
void draw_scale_bar(Frame& frame, const Model& model, Point lower_left);

}  // namespace jinsha::ui
