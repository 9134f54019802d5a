#pragma once

#include "ui/rect.hpp"

#include <vector>

namespace jinsha::ui {

/// Whose the pointer is, the panels' or the map's: who was pressed keeps it until the button is released,
/// wherever it goes meanwhile.
class PointerOwner {
public:
    /// Boxes of the panels that take the pointer, as last drawn.
    void set_panels(std::vector<Rect> boxes) { boxes_ = std::move(boxes); }

    void move(Point to) { at_ = to, is_inside_ = true; }
    void leave() { is_inside_ = false; }
    /// Any button. True: the panels'.
    bool press();
    bool release();

    [[nodiscard]] Point at() const noexcept { return at_; }
    /// Over a panel, or pressed there.
    [[nodiscard]] bool is_of_panels() const;
    /// Pressed on the map and not yet released.
    [[nodiscard]] bool is_held_by_map() const noexcept { return pressed_ > 0 && !is_pressed_on_panels_; }

private:
    [[nodiscard]] bool is_over_panel() const;

    std::vector<Rect> boxes_;
    Point at_;
    bool is_inside_{};
    int pressed_{};  // buttons that are down
    bool is_pressed_on_panels_{};
};

}  // namespace jinsha::ui
