#pragma once

#include "ui/frame.hpp"
#include "ui/import_model.hpp"

namespace jinsha::ui {

/// The panel of what is about to be taken in, its upper right corner at `corner`, at most `highest_px` high.
[[nodiscard]] Commands draw_import(Frame& frame, const ImportModel& import, Point corner, float highest_px);

}  // namespace jinsha::ui
