#pragma once

#include "ui/frame.hpp"

#include <optional>
#include <string>

namespace jinsha::ui {

inline constexpr float kOpacityHeight = 30;  // CSS pixels

/// A line under a row of the layer list: how opaque the row is, as a handle on a rail and in percent. The
/// pointer drags the handle; arrows move it while it has the focus. Returns what it was moved to, in steps of
/// 5 %, not below 5 %: what is not to be seen at all is hidden.
[[nodiscard]] std::optional<double> draw_opacity(Frame& frame, const std::string& id, const Rect& area,
                                                 double opacity);

}  // namespace jinsha::ui
