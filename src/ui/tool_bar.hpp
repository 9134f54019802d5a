#pragma once

#include "ui/frame.hpp"

namespace jinsha::ui {

/// Size of the bar, physical pixels.
[[nodiscard]] Point tool_bar_size(const Frame& frame);

struct ToolBarResult {
    Commands commands;
    bool wants_help{};
};

/// Language, theme, help.
[[nodiscard]] ToolBarResult draw_tool_bar(Frame& frame, const Appearance& appearance, const Rect& box);

}  // namespace jinsha::ui
