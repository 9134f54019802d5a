#pragma once

#include "ui/frame.hpp"

#include <optional>

namespace jinsha::ui {

/// The name of what is under the pointer, above it, or below it where there is no room; and its badge,
/// lifted. Over `card`, the box of the card that is open, the name stays away: it would hide what is being
/// read.
void draw_hover_tip(Frame& frame, const Hover& hover, const std::optional<Rect>& card);

/// What the button under the pointer says of itself, above or below it.
void draw_tooltip(Frame& frame, const Tooltip& tooltip);

}  // namespace jinsha::ui
