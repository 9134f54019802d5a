#pragma once

#include "error/error.hpp"

namespace jinsha::app {

/// What the desktop says of itself.
struct DisplayFacts {
    double interface_scale{1};  // physical pixels in one CSS pixel, from Xft.dpi
};

/// Asks before SFML does, because SFML ends the program where there is no display. The error says what to do
/// without one.
[[nodiscard]] Result<DisplayFacts> look_at_display();

}  // namespace jinsha::app
