#pragma once

#include "ui/frame.hpp"

namespace jinsha::ui {

/// Of the title block, physical pixels.
[[nodiscard]] float title_height(const Frame& frame, const Model& model);

/// What map this is and how old its data are.
void draw_title(Frame& frame, const Model& model, const Rect& box);

}  // namespace jinsha::ui
