#pragma once

#include "ui/frame.hpp"

namespace jinsha::ui {

/// The name of what is under the pointer, above it, or below it where there is no room.
void draw_hover_tip(Frame& frame, const Hover& hover);

}  // namespace jinsha::ui
