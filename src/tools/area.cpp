#include "tools/area.hpp"

#include <cmath>

namespace jinsha::tools {

Answer AreaTool::handle(const Event& event) {
    if (const auto* pressed = std::get_if<PointerPressed>(&event)) return press(*pressed);
    if (const auto* released = std::get_if<PointerReleased>(&event)) return release(*released);
    if (const auto* pushed = std::get_if<KeyPressed>(&event)) return key(*pushed);
    const auto* moved = std::get_if<PointerMoved>(&event);
    if (moved && drag_) {
        drag_->to = moved->at;
        const double way = std::hypot(drag_->to.x - drag_->from.x, drag_->to.y - drag_->from.y);
        drag_->is_box = drag_->is_box || way > tolerance_px_;
        return {{}, true};
    }
    if (moved) return {{HoverAt{moved->at}}, false};
    const bool is_left = std::holds_alternative<PointerLeft>(event);
    if (is_left && !drag_) return {{HoverAt{}}, false};
    return {{}, is_left};  // the button is held: the pointer comes back or is released outside
}

/// The first press of a double click has made a corner already.
Answer AreaTool::press(const PointerPressed& event) {
    if (event.button != Button::Left) return {};
    drag_.reset();
    if (event.clicks == 2) return {{AreaEnd{}}, true};
    drag_ = Drag{event.at, event.at, false};
    return {{}, true};
}

Answer AreaTool::release(const PointerReleased& event) {
    if (event.button != Button::Left || !drag_) return {};
    const Drag drag = *std::exchange(drag_, std::nullopt);
    if (drag.is_box) return {{AreaBox{drag.from, event.at}}, true};
    return {{AreaTo{event.at}}, true};
}

Answer AreaTool::key(const KeyPressed& event) {
    if (event.key == Key::Escape && drag_) {
        drag_.reset();
        return {{}, true};
    }
    if (event.key == Key::Escape) return {{AreaGiveUp{}}, true};
    if (event.key == Key::Enter) return {{AreaEnd{}}, true};
    if (event.key == Key::Backspace) return {{AreaBack{}}, true};
    return {};
}

std::optional<std::pair<geo::ScreenPoint, geo::ScreenPoint>> AreaTool::box() const {
    if (!drag_ || !drag_->is_box) return std::nullopt;
    return std::pair{drag_->from, drag_->to};
}

}  // namespace jinsha::tools
