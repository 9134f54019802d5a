#pragma once

#include "map/loaded_map.hpp"
#include "map/view.hpp"

namespace jinsha::map {

/// The view a map opens with and comes back to: all of its home extent with a quiet margin, whatever the
/// window's size.
/// @param pixel_ratio  physical pixels in a CSS pixel
/// @param left_inset   physical pixels at the left of the window that a panel covers: nothing of the home
/// extent lies there
[[nodiscard]] View home_view(const LoadedMap& map, ScreenSize window, double pixel_ratio, int left_inset = 0);

}  // namespace jinsha::map
