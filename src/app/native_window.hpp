#pragma once

#include "error/error.hpp"
#include "map/view.hpp"
#include "tools/tool.hpp"
#include "ui/interface.hpp"

#include <SFML/Window/Cursor.hpp>
#include <SFML/Window/Window.hpp>

#include <map>
#include <optional>
#include <string>

namespace jinsha::app {

/// The window of the desktop, with the OpenGL context that everything is drawn in. Main thread.
class NativeWindow {
public:
    /// @param size  physical pixels; none: the usual size, or the screen where that is smaller
    NativeWindow(std::optional<map::ScreenSize> size, double pixel_ratio);

    /// The error says what the graphics lack: OpenGL 2.1 with framebuffer objects is needed, what every
    /// driver of the last fifteen years has.
    [[nodiscard]] Result<void> check_graphics() const;

    [[nodiscard]] sf::Window& sfml() noexcept { return window_; }
    [[nodiscard]] map::ScreenSize size() const;
    void set_title(const std::string& title);
    /// A shape that the desktop has not leaves the pointer as it is.
    void set_cursor(tools::CursorShape shape);
    void set_cursor(ui::PointerShape shape);

private:
    void set_cursor(sf::Cursor::Type type);

    std::map<sf::Cursor::Type, sf::Cursor>
        cursors_;  // each must live as long as it is shown: longer than the window
    sf::Window window_;
    sf::Cursor::Type cursor_shown_{sf::Cursor::Arrow};
};

}  // namespace jinsha::app
