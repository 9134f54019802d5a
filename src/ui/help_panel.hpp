#pragma once

#include "ui/frame.hpp"

namespace jinsha::ui {

/// Keys and mouse. True when it is to be closed.
[[nodiscard]] bool draw_help(Frame& frame);

}  // namespace jinsha::ui
