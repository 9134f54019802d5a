#pragma once

#include "ui/frame.hpp"

namespace jinsha::ui {

/// What is being opened and how far it is; in the middle of `area`, at its top. Esc cancels.
[[nodiscard]] Commands draw_loading(Frame& frame, const Loading& loading, const Rect& area);

}  // namespace jinsha::ui
