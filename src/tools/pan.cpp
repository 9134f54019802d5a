#include "tools/pan.hpp"

#include <cmath>

namespace jinsha::tools {

Answer PanTool::handle(const Event& event) {
    if (const auto* pressed = std::get_if<PointerPressed>(&event)) {
        if (pressed->button == Button::Right) return {};
        drag_ = {pressed->at, pressed->at, pressed->button, false};
        return {{Hold{}}, false};
    }
    if (!drag_) return {};
    if (const auto* moved = std::get_if<PointerMoved>(&event)) return move(*moved);
    if (const auto* released = std::get_if<PointerReleased>(&event)) return release(*released);
    // The button is held, so the pointer will come back or be released outside.
    return {{}, drag_->is_moving && std::holds_alternative<PointerLeft>(event)};
}

Answer PanTool::move(const PointerMoved& event) {
    const double from_press = std::hypot(event.at.x - drag_->pressed.x, event.at.y - drag_->pressed.y);
    if (!drag_->is_moving && from_press <= tolerance_px_) return {};
    drag_->is_moving = true;
    const PanBy pan{std::round(event.at.x - drag_->last.x), std::round(event.at.y - drag_->last.y)};
    if (pan == PanBy{}) return {{}, true};
    drag_->last = {drag_->last.x + pan.dx, drag_->last.y + pan.dy};
    return {{pan}, true};
}

Answer PanTool::release(const PointerReleased& event) {
    if (event.button != drag_->button) return {};
    const bool was_moving = drag_->is_moving;
    drag_.reset();
    if (!was_moving) return {};
    return {{LetGo{}}, true};
}

std::optional<CursorShape> PanTool::cursor() const {
    return drag_ && drag_->is_moving ? std::optional{CursorShape::Grabbing} : std::nullopt;
}

}  // namespace jinsha::tools
