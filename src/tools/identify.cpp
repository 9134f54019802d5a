#include "tools/identify.hpp"

#include <cmath>

namespace jinsha::tools {

Answer IdentifyTool::handle(const Event& event) {
    if (const auto* pressed = std::get_if<PointerPressed>(&event)) {
        pressed_.reset();
        if (pressed->button == Button::Left && pressed->clicks == 1) pressed_ = pressed->at;
        return {};
    }
    if (const auto* moved = std::get_if<PointerMoved>(&event)) return move(*moved);
    if (const auto* released = std::get_if<PointerReleased>(&event)) return release(*released);
    if (std::holds_alternative<PointerLeft>(event)) return {{HoverAt{}}, false};
    const auto* key = std::get_if<KeyPressed>(&event);
    if (key && key->key == Key::Escape) return {{Deselect{}}, true};
    return {};
}

Answer IdentifyTool::move(const PointerMoved& event) {
    return {{HoverAt{event.at}}, false};
}

Answer IdentifyTool::release(const PointerReleased& event) {
    if (event.button != Button::Left || !pressed_) return {};
    const bool is_click = std::hypot(event.at.x - pressed_->x, event.at.y - pressed_->y) <= tolerance_px_;
    pressed_.reset();
    if (!is_click) return {};
    return {{SelectAt{event.at}}, true};
}

}  // namespace jinsha::tools
