#include "tools/zoom_box.hpp"

#include <algorithm>

namespace jinsha::tools {

Answer ZoomBoxTool::handle(const Event& event) {
    if (const auto* pressed = std::get_if<PointerPressed>(&event)) {
        if (corners_) return {{}, true};
        if (pressed->button != Button::Left || !pressed->modifiers.shift || pressed->clicks != 1) return {};
        corners_ = {pressed->at, pressed->at};
        return {{}, true};
    }
    if (!corners_) return {};
    if (const auto* moved = std::get_if<PointerMoved>(&event)) {
        corners_->second = moved->at;
    } else if (const auto* released = std::get_if<PointerReleased>(&event)) {
        if (released->button == Button::Left) return finish();
    } else if (const auto* key = std::get_if<KeyPressed>(&event)) {
        if (key->key == Key::Escape) corners_.reset();
    }
    return {{}, true};
}

Answer ZoomBoxTool::finish() {
    const ScreenBox box = *frame();
    corners_.reset();
    const bool is_meant = box.right - box.left > tolerance_px_ && box.bottom - box.top > tolerance_px_;
    if (!is_meant) return {{}, true};
    return {{ZoomToBox{box}}, true};
}

std::optional<CursorShape> ZoomBoxTool::cursor() const {
    return corners_ ? std::optional{CursorShape::Cross} : std::nullopt;
}

std::optional<ScreenBox> ZoomBoxTool::frame() const {
    if (!corners_) return std::nullopt;
    const auto [left, right] = std::minmax(corners_->first.x, corners_->second.x);
    const auto [top, bottom] = std::minmax(corners_->first.y, corners_->second.y);
    return ScreenBox{left, top, right, bottom};
}

}  // namespace jinsha::tools
