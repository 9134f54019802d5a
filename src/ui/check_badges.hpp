#pragma once

#include "ui/checks_model.hpp"
#include "ui/frame.hpp"

namespace jinsha::ui {

/// A small sign at each feature with a fault. The pointer goes through them to the map.
void draw_check_badges(Frame& frame, const ChecksModel& checks);

}  // namespace jinsha::ui
