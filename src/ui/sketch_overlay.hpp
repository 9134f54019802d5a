#pragma once

#include "ui/frame.hpp"
#include "ui/sketch_model.hpp"

namespace jinsha::ui {

/// Draws lines, handles and the hint of snapping over the map and under all panels. Takes no pointer.
void draw_sketch(Frame& frame, const SketchModel& sketch);

}  // namespace jinsha::ui
