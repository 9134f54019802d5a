#include "tools/draw.hpp"

#include <cmath>

namespace jinsha::tools {

Answer DrawTool::handle(const Event& event) {
    if (const auto* pressed = std::get_if<PointerPressed>(&event)) return press(*pressed);
    if (const auto* moved = std::get_if<PointerMoved>(&event)) return {{HoverAt{moved->at}}, false};
    if (const auto* released = std::get_if<PointerReleased>(&event)) return release(*released);
    if (std::holds_alternative<PointerLeft>(event)) return {{HoverAt{}}, false};
    const auto* key = std::get_if<KeyPressed>(&event);
    if (!key) return {};
    switch (key->key) {
        case Key::Escape:
            return {{DrawGiveUp{}}, true};
        case Key::Enter:
            return {{DrawEnd{}}, true};
        case Key::Backspace:
            return {{DrawBack{}}, true};
        default:
            return {};
    }
}

/// The first press of a double click has placed a vertex there already.
Answer DrawTool::press(const PointerPressed& event) {
    pressed_.reset();
    if (event.button != Button::Left) return {};
    if (event.clicks == 2) return {{DrawEnd{}}, true};
    pressed_ = event.at;
    return {};
}

Answer DrawTool::release(const PointerReleased& event) {
    if (event.button != Button::Left || !pressed_) return {};
    const bool is_click = std::hypot(event.at.x - pressed_->x, event.at.y - pressed_->y) <= tolerance_px_;
    pressed_.reset();
    if (!is_click) return {};
    return {{DrawTo{event.at}}, true};
}

}  // namespace jinsha::tools
