#include "ui/dialog.hpp"

#include "ui/parts.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kPadding = 20;
constexpr float kButton = 28;

}  // namespace

Dialog open_dialog(Frame& frame, const std::string& name, std::string_view title, float width,
                   float body_height) {
    const float margin = frame.px(Measures::kMargin);
    const float header = frame.px(kDialogHeader);
    const float shown_width = std::min(width, frame.window.width - 2 * margin);
    const float height = std::min(header + body_height, frame.window.height - 2 * margin);
    Dialog dialog;
    dialog.box = {std::round(frame.window.center().x - shown_width / 2),
                  std::round(frame.window.center().y - height / 2), shown_width, height};
    dialog.body = {dialog.box.left, dialog.box.top + header, shown_width, height - header};
    frame.stage.open(name, dialog.box, floating(frame, true));
    frame.canvas.panel(dialog.box);
    const float middle = dialog.box.top + header / 2;
    frame.canvas.text(TextStyle::Title, dialog.box.left + frame.px(kPadding), middle,
                      frame.canvas.colors().text, title);
    const float side = frame.px(kButton);
    const Rect close{dialog.box.right() - frame.px(12) - side, middle - side / 2, side, side};
    dialog.wants_close = icon_button(frame, "close", "close", close);
    frame.canvas.separator(dialog.box.left + frame.px(1), dialog.box.right() - frame.px(1), dialog.body.top);
    return dialog;
}

}  // namespace jinsha::ui
