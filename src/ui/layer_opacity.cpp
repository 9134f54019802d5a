#include "ui/layer_opacity.hpp"

#include "ui/parts.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kIndent = 52;    // under the title of a row
constexpr float kPercent = 54;   // room for "100%"
constexpr float kHandle = 6;     // its radius
constexpr float kRail = 3;       // its thickness
constexpr double kSteps = 20;    // of the whole rail
constexpr double kLeast = 0.05;  // what is left of a layer at the rail's end

double in_steps(double opacity) {
    return std::clamp(std::round(opacity * kSteps) / kSteps, kLeast, 1.0);
}

/// By how many steps the keyboard moves the handle.
int steps_asked(const Widgets::Keys& keys) {
    if (!keys.pressed || !keys.pressed->is_down) return 0;
    if (keys.pressed->key == PressedKey::Left || keys.pressed->key == PressedKey::Down) return -1;
    if (keys.pressed->key == PressedKey::Right || keys.pressed->key == PressedKey::Up) return 1;
    return 0;
}

}  // namespace

std::optional<double> draw_opacity(Frame& frame, const std::string& id, const Rect& area, double opacity) {
    Canvas& canvas = frame.canvas;
    const Palette& colors = canvas.colors();
    const float middle = area.center().y;
    const Rect rail{area.left + frame.px(kIndent), middle - frame.px(kRail) / 2,
                    area.width - frame.px(kIndent + kPercent), frame.px(kRail)};
    const Rect reach{rail.left - frame.px(kHandle), area.top, rail.width + 2 * frame.px(kHandle),
                     area.height};
    const Press press = frame.widgets.press("opacity " + id, reach);

    double wanted = opacity;
    if (press.is_held) wanted = in_steps((ImGui::GetIO().MousePos.x - rail.left) / rail.width);
    if (press.is_focused) {
        if (const int steps = steps_asked(frame.widgets.keys()); steps != 0)
            wanted = in_steps(opacity + steps / kSteps);
        frame.widgets.claim_motion();
    }
    const auto x = rail.left + std::round(rail.width * static_cast<float>(wanted));
    canvas.fill(rail, colors.border, frame.px(kRail) / 2);
    canvas.fill({rail.left, rail.top, x - rail.left, rail.height}, colors.accent, frame.px(kRail) / 2);
    canvas.circle({x, middle}, frame.px(kHandle), press.is_focused ? colors.focus : colors.accent);
    canvas.circle({x, middle}, frame.px(kHandle - 2), colors.panel);
    canvas.text_to_right(TextStyle::Small, area.right() - frame.px(8), middle, colors.secondary_text,
                         std::to_string(std::lround(wanted * 100)) + "%");
    if (wanted == opacity) return std::nullopt;
    return wanted;
}

}  // namespace jinsha::ui
