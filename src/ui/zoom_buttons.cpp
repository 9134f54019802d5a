#include "ui/zoom_buttons.hpp"

#include "ui/parts.hpp"

namespace jinsha::ui {
namespace {

constexpr float kButton = 28;
constexpr float kPadding = 4;
constexpr float kGap = 9;  // around the line before the last button

}  // namespace

Point zoom_buttons_size(const Frame& frame) {
    return {frame.px(kButton) + 2 * frame.px(kPadding),
            3 * frame.px(kButton) + 2 * frame.px(kPadding) + frame.px(kGap)};
}

Commands draw_zoom_buttons(Frame& frame, const Model& model, const Rect& box) {
    const PanelScope scope{frame, "zoom", box, floating(frame)};
    frame.canvas.panel(box);
    Commands commands;
    const float side = frame.px(kButton);
    Rect button{box.left + frame.px(kPadding), box.top + frame.px(kPadding), side, side};
    const auto add = [&](const char* icon, const char* action) {
        const std::string tip = action_tip(frame, model, action);
        if (icon_button(frame, action, icon, button, std::nullopt, tip))
            commands.emplace_back(RunAction{action});
    };
    add("zoom-in", "view.zoom-in");
    button = button.moved(0, side);
    add("zoom-out", "view.zoom-out");
    button = button.moved(0, side + frame.px(kGap));
    frame.canvas.separator(button.left, button.right(), button.top - frame.px(kGap / 2));
    add("home", "view.home");
    return commands;
}

}  // namespace jinsha::ui
