#pragma once

#include "ui/frame.hpp"

namespace jinsha::ui {

/// The name of what is under the pointer, above it, or below it where there is no room; and its badge,
/// lifted.
void draw_hover_tip(Frame& frame, const Hover& hover);

/// What the button under the pointer says of itself, above or below it.
void draw_tooltip(Frame& frame, const Tooltip& tooltip);

}  // namespace jinsha::ui
