#pragma once

#include "ui/frame.hpp"

namespace jinsha::ui {

/// Size of the bar, physical pixels.
[[nodiscard]] Point tool_bar_size(const Frame& frame);

/// Language, theme, help.
[[nodiscard]] Commands draw_tool_bar(Frame& frame, const Model& model, const Rect& box);

}  // namespace jinsha::ui
