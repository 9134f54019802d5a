#pragma once

#include "ui/frame.hpp"

namespace jinsha::ui {

/// Size of the column of buttons, physical pixels.
[[nodiscard]] Point zoom_buttons_size(const Frame& frame);

/// Closer, farther, the whole district.
[[nodiscard]] Commands draw_zoom_buttons(Frame& frame, const Model& model, const Rect& box);

}  // namespace jinsha::ui
