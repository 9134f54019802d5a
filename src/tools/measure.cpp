#include "tools/measure.hpp"

#include <cmath>

namespace jinsha::tools {

Answer MeasureTool::handle(const Event& event) {
    if (const auto* pressed = std::get_if<PointerPressed>(&event)) return press(*pressed);
    if (const auto* moved = std::get_if<PointerMoved>(&event)) return {{HoverAt{moved->at}}, false};
    if (const auto* released = std::get_if<PointerReleased>(&event)) return release(*released);
    if (std::holds_alternative<PointerLeft>(event)) return {{HoverAt{}}, false};
    const auto* key = std::get_if<KeyPressed>(&event);
    if (key == nullptr) return {};
    if (key->key == Key::Escape) return {{MeasureGiveUp{}}, true};
    if (key->key == Key::Enter) return {{MeasureEnd{}}, true};
    if (key->key == Key::Backspace) return {{MeasureBack{}}, true};
    return {};
}

/// The first press of a double click has gone on to that place already.
Answer MeasureTool::press(const PointerPressed& event) {
    pressed_.reset();
    if (event.button != Button::Left) return {};
    if (event.clicks == 2) return {{MeasureEnd{}}, true};
    pressed_ = event.at;
    return {};
}

Answer MeasureTool::release(const PointerReleased& event) {
    if (event.button != Button::Left || !pressed_) return {};
    const bool is_click = std::hypot(event.at.x - pressed_->x, event.at.y - pressed_->y) <= tolerance_px_;
    pressed_.reset();
    if (!is_click) return {};
    return {{MeasureTo{event.at}}, true};
}

}  // namespace jinsha::tools
