#pragma once

#include "ui/frame.hpp"
#include "ui/glance_model.hpp"

#include <span>

namespace jinsha::ui {

/// Shares of one whole before and after, as two bars one over the other; slopes join what became what. Below
/// them each share with its two numbers.
[[nodiscard]] float structure_bars_height(const Frame& frame, std::span<const GlanceChange> changes);
void draw_structure_bars(Frame& frame, std::span<const GlanceChange> changes, Point upper_left, float width);

}  // namespace jinsha::ui
