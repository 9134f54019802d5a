#pragma once

#include "app/full_screen.hpp"
#include "app/window_part.hpp"

namespace jinsha::app {

/// F11: the window over all of the screen.
class FullScreenPart final : public WindowPart {
public:
    /// @param window  as X numbers it
    FullScreenPart(WindowContext& context, std::uint32_t window);

private:
    WindowContext& context_;
    FullScreen full_screen_;
};

}  // namespace jinsha::app
