#include "tools/key_navigation.hpp"

namespace jinsha::tools {

namespace {

constexpr double kStepPx = 96;  // CSS pixels
constexpr double kFarStepPx = 384;

}  // namespace

Answer KeyNavigationTool::handle(const Event& event) {
    const auto* pressed = std::get_if<KeyPressed>(&event);
    if (!pressed) return {};
    const double step = (pressed->modifiers.shift ? kFarStepPx : kStepPx) * pixel_ratio_;
    switch (pressed->key) {
        case Key::Left:
            return {{GlideBy{step, 0}}, true};
        case Key::Right:
            return {{GlideBy{-step, 0}}, true};
        case Key::Up:
            return {{GlideBy{0, step}}, true};
        case Key::Down:
            return {{GlideBy{0, -step}}, true};
        case Key::Escape:
        case Key::Enter:
        case Key::Backspace:
        case Key::Delete:
            break;
    }
    return {};
}

}  // namespace jinsha::tools
