#pragma once

#include "map/loaded_map.hpp"
#include "map/view.hpp"

namespace jinsha::map {

/// What panels cover of a window, physical pixels from its edges inwards.
struct Insets {
    int left{}, top{}, right{}, bottom{};
};

/// The view a map opens with and comes back to: all of its home extent with a quiet margin, whatever the
/// window's size.
/// @param pixel_ratio  physical pixels in a CSS pixel
/// @param covered      nothing of the home extent lies there
[[nodiscard]] View home_view(const LoadedMap& map, ScreenSize window, double pixel_ratio,
                             const Insets& covered = {});

}  // namespace jinsha::map
