#pragma once

#include "app/x_connection.hpp"

#include <cstdint>
#include <optional>

namespace jinsha::app {

/// A window over all of the screen, and back. SFML would make another window for it, whose textures would be
/// gone; this asks the window manager (EWMH 1.5, _NET_WM_STATE), or, where there is none, lays the window
/// over the screen itself. Main thread.
class FullScreen {
public:
    /// @param window  of this program, as X numbers it
    explicit FullScreen(std::uint32_t window) : window_{window} {}

    /// The error says which display does not answer.
    [[nodiscard]] Result<void> toggle();

private:
    struct Place {
        std::int16_t x{}, y{};
        std::uint16_t width{}, height{};
    };
    [[nodiscard]] std::optional<Place> place_of(xcb_window_t window) const;
    void put(const Place& place);

    xcb_window_t window_;
    std::optional<XConnection> x_;  // since the first toggle
    std::optional<Place> before_;   // while the window lies over the screen without a manager
};

}  // namespace jinsha::app
