#include "ui/pointer_owner.hpp"

#include <algorithm>

namespace jinsha::ui {

bool PointerOwner::press() {
    if (pressed_ == 0) is_pressed_on_panels_ = is_over_panel();
    ++pressed_;
    return is_pressed_on_panels_;
}

bool PointerOwner::release() {
    const bool was_of_panels = pressed_ > 0 ? is_pressed_on_panels_ : is_over_panel();
    pressed_ = std::max(0, pressed_ - 1);
    return was_of_panels;
}

bool PointerOwner::is_of_panels() const {
    return pressed_ > 0 ? is_pressed_on_panels_ : is_over_panel();
}

bool PointerOwner::is_over_panel() const {
    return is_inside_ && std::ranges::any_of(boxes_, [this](const Rect& box) { return box.contains(at_); });
}

}  // namespace jinsha::ui
