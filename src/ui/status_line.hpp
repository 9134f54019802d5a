#pragma once

#include "ui/frame.hpp"

namespace jinsha::ui {

/// The line along the lower edge of the window: where the pointer is, scale, zoom, attribution.
void draw_status_line(Frame& frame, const Model& model, const Rect& box);

}  // namespace jinsha::ui
