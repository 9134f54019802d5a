#include "tools/double_click_zoom.hpp"

namespace jinsha::tools {

Answer DoubleClickZoomTool::handle(const Event& event) {
    const auto* pressed = std::get_if<PointerPressed>(&event);
    if (!pressed || pressed->clicks != 2 || pressed->button == Button::Middle) return {};
    const bool is_back = pressed->modifiers.shift || pressed->button == Button::Right;
    return {{ZoomBy{is_back ? -1.0 : 1.0, pressed->at}}, true};
}

}  // namespace jinsha::tools
