#pragma once

#include "map/numbers.hpp"

/// Numbers are written in the window as on paper.
namespace jinsha::ui {

using map::decimal_degrees;
using map::degrees_minutes_seconds;
using map::grouped;
using map::length;
using map::map_coordinates;
using map::scale_bar;
using map::scale_ratio;
using map::ScaleBar;
using map::zoom_level;

}  // namespace jinsha::ui
