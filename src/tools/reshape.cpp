#include "tools/reshape.hpp"

#include <cmath>

namespace jinsha::tools {

Answer ReshapeTool::handle(const Event& event) {
    if (const auto* pressed = std::get_if<PointerPressed>(&event)) return press(*pressed);
    if (const auto* moved = std::get_if<PointerMoved>(&event)) return move(*moved);
    if (const auto* released = std::get_if<PointerReleased>(&event)) return release(*released);
    if (const auto* key = std::get_if<KeyPressed>(&event)) return press_key(*key);
    if (std::holds_alternative<PointerLeft>(event)) return {{}, grab_ && grab_->is_dragging};
    return {};
}

Answer ReshapeTool::press(const PointerPressed& event) {
    grab_.reset();
    if (event.button != Button::Left) return {};
    const Grabbable what = grabbable_(event.at);
    if (what == Grabbable::Nothing) return {};
    if (event.clicks == 1) grab_ = {event.at, event.modifiers, what, false};
    return {{}, true};
}

Answer ReshapeTool::move(const PointerMoved& event) {
    if (!grab_) {
        is_over_ = grabbable_(event.at) != Grabbable::Nothing;
        return {};
    }
    const double way = std::hypot(event.at.x - grab_->pressed.x, event.at.y - grab_->pressed.y);
    if (!grab_->is_dragging && way <= tolerance_px_) return {{}, true};
    grab_->is_dragging = true;
    return {{DragTo{grab_->pressed, event.at}}, true};
}

Answer ReshapeTool::release(const PointerReleased& event) {
    if (event.button != Button::Left || !grab_) return {};
    const Grab grab = *grab_;
    grab_.reset();
    if (grab.is_dragging) return {{DragTo{grab.pressed, event.at}, Drop{}}, true};
    if (grab.what == Grabbable::Feature) return {{SelectAt{grab.pressed}}, true};
    if (grab.modifiers.alt) return {{DeleteVertexAt{grab.pressed}}, true};
    return {{PickVertexAt{grab.pressed}}, true};
}

Answer ReshapeTool::press_key(const KeyPressed& event) {
    if (event.key == Key::Escape && grab_) {
        grab_.reset();
        return {{DragGiveUp{}}, true};
    }
    if (event.key == Key::Escape) return {{DrawGiveUp{}}, true};
    if (event.key == Key::Backspace) return {{DeletePickedVertex{}}, true};
    return {};
}

std::optional<CursorShape> ReshapeTool::cursor() const {
    if (grab_ && grab_->is_dragging) return CursorShape::Grabbing;
    return is_over_ ? std::optional{CursorShape::Hand} : std::nullopt;
}

}  // namespace jinsha::tools
