#include "tools/place_menu.hpp"

#include <cmath>

namespace jinsha::tools {

Answer PlaceMenuTool::handle(const Event& event) {
    if (const auto* pressed = std::get_if<PointerPressed>(&event)) {
        pressed_.reset();
        if (pressed->button == Button::Right && pressed->clicks == 1) pressed_ = pressed->at;
        return {};
    }
    const auto* released = std::get_if<PointerReleased>(&event);
    if (released == nullptr || released->button != Button::Right || !pressed_) return {};
    const bool is_click =
        std::hypot(released->at.x - pressed_->x, released->at.y - pressed_->y) <= tolerance_px_;
    pressed_.reset();
    if (!is_click) return {};
    return {{MenuAt{released->at}}, true};
}

}  // namespace jinsha::tools
