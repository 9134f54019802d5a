#include "app/native_window.hpp"

#include <GL/gl.h>
#include <SFML/System/Err.hpp>
#include <SFML/Window/ContextSettings.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace jinsha::app {

namespace {

constexpr map::ScreenSize kUsualSize{1280, 800};  // CSS pixels

sf::Cursor::Type cursor_type(tools::CursorShape shape) {
    switch (shape) {
        case tools::CursorShape::Arrow:
            return sf::Cursor::Arrow;
        case tools::CursorShape::Hand:
            return sf::Cursor::Hand;
        case tools::CursorShape::Grabbing:
            return sf::Cursor::SizeAll;
        case tools::CursorShape::Cross:
            return sf::Cursor::Cross;
    }
    return sf::Cursor::Arrow;
}

sf::Cursor::Type cursor_type(ui::PointerShape shape) {
    switch (shape) {
        case ui::PointerShape::Arrow:
            return sf::Cursor::Arrow;
        case ui::PointerShape::Hand:
            return sf::Cursor::Hand;
        case ui::PointerShape::Text:
            return sf::Cursor::Text;
    }
    return sf::Cursor::Arrow;
}

}  // namespace

NativeWindow::NativeWindow(std::optional<map::ScreenSize> size, double pixel_ratio) {
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    const auto wished = [&](int css_px) { return static_cast<unsigned>(std::lround(css_px * pixel_ratio)); };
    unsigned width = std::min(wished(kUsualSize.width), desktop.width);
    unsigned height = std::min(wished(kUsualSize.height), desktop.height);
    if (size) {
        width = static_cast<unsigned>(size->width);
        height = static_cast<unsigned>(size->height);
    }
    // SFML writes to stderr that a display knows no vertical sync, which is nobody's concern.
    std::streambuf* const err = sf::err().rdbuf(nullptr);
    window_.create(sf::VideoMode{width, height}, sf::String{}, sf::Style::Default,
                   sf::ContextSettings{0, 0, 0, 2, 1});
    window_.setVerticalSyncEnabled(true);
    sf::err().rdbuf(err);
    // Without a window manager SFML puts it too low by the difference of the display's sides.
    const sf::Vector2i at = window_.getPosition();
    if (at.y + static_cast<int>(height) > static_cast<int>(desktop.height)) {
        window_.setPosition({at.x, static_cast<int>(desktop.height - std::min(height, desktop.height)) / 2});
    }
}

Result<void> NativeWindow::check_graphics() const {
    const auto* version = reinterpret_cast<const char*>(glGetString(GL_VERSION));
    const auto* extensions = reinterpret_cast<const char*>(glGetString(GL_EXTENSIONS));
    const bool has_framebuffers =
        extensions != nullptr && std::strstr(extensions, "GL_ARB_framebuffer_object") != nullptr;
    if (version == nullptr || std::strncmp(version, "1.", 2) == 0 || !has_framebuffers) {
        return fail("the display offers OpenGL {}, and Jinsha needs 2.1 with framebuffer objects",
                    version == nullptr ? "none" : version);
    }
    return {};
}

map::ScreenSize NativeWindow::size() const {
    const auto size = window_.getSize();
    return {static_cast<int>(size.x), static_cast<int>(size.y)};
}

void NativeWindow::set_title(const std::string& title) {
    window_.setTitle(sf::String::fromUtf8(title.begin(), title.end()));
}

void NativeWindow::set_cursor(tools::CursorShape shape) {
    set_cursor(cursor_type(shape));
}

void NativeWindow::set_cursor(ui::PointerShape shape) {
    set_cursor(cursor_type(shape));
}

void NativeWindow::set_cursor(sf::Cursor::Type type) {
    if (type == cursor_shown_) return;
    cursor_shown_ = type;
    auto [place, is_new] = cursors_.try_emplace(type);
    if (is_new && !place->second.loadFromSystem(type)) return;
    window_.setMouseCursor(place->second);
}

}  // namespace jinsha::app
