#include "ui/help_panel.hpp"

#include "ui/dialog.hpp"
#include "ui/parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace jinsha::ui {
namespace {

constexpr float kWidth = 460;
constexpr float kPadding = 20;
constexpr float kRow = 32;
constexpr float kKeysWidth = 176;
constexpr float kCap = 22;  // height of a key
constexpr float kGroupGap = 14;

/// What is done by which keys. Keys are parted by blanks; a '+' joins keys that are held together; names that
/// begin with '.' are translated ("help.key" and the name).
struct Shortcut {
    std::string_view keys;
    std::string_view text;
};

constexpr std::array kMouse{
    Shortcut{".drag", "help.pan"},
    Shortcut{".wheel", "help.zoom_pointer"},
    Shortcut{".double_click", "help.zoom_in"},
    Shortcut{"Shift + .drag", "help.zoom_box"},
    Shortcut{".click", "help.card"},
    Shortcut{".right_click", "help.place"},
    Shortcut{"Ctrl + .click", "help.solo"},
};
constexpr std::array kKeyboard{
    Shortcut{"← ↑ ↓ →", "help.pan"},
    Shortcut{"Tab", "help.focus"},
    Shortcut{"Esc", "help.close"},
};

std::vector<Shortcut> keyboard_of(const Model& model) {
    std::vector<Shortcut> shortcuts{kKeyboard.begin(), kKeyboard.end()};
    for (const ActionInfo& action : model.actions) {
        if (!action.keys.empty()) shortcuts.push_back({action.keys, action.label});
    }
    return shortcuts;
}

float draw_key(Frame& frame, std::string_view name, Point left_middle) {
    Canvas& canvas = frame.canvas;
    const Palette& colors = canvas.colors();
    const float height = frame.px(kCap);
    const float width = std::max(height, std::ceil(frame.width(TextStyle::Small, name)) + 2 * frame.px(7));
    const Rect cap{left_middle.x, std::round(left_middle.y - height / 2), width, height};
    canvas.fill(cap, colors.border, frame.px(5));
    canvas.fill(cap.grown(-frame.px(1)), colors.chip, frame.px(4));
    canvas.text_centered(TextStyle::Small, cap.center(), colors.text, name);
    return width;
}

void draw_keys(Frame& frame, std::string_view keys, Point left_middle) {
    float x = left_middle.x;
    const bool is_combination = keys.find(" + ") != std::string_view::npos;
    while (!keys.empty()) {
        const std::size_t end = std::min(keys.find(' '), keys.size());
        const std::string_view name = keys.substr(0, end);
        keys.remove_prefix(std::min(end + 1, keys.size()));
        if (is_combination && name == "+") {
            x += frame.canvas.text(TextStyle::Small, x, left_middle.y, frame.canvas.colors().secondary_text,
                                   name);
        } else if (name.starts_with('.')) {
            const std::string word = frame.tr.word("help.key", name.substr(1));
            x += frame.canvas.text(TextStyle::Body, x, left_middle.y, frame.canvas.colors().text, word);
        } else {
            x += draw_key(frame, name, {x, left_middle.y});
        }
        x += frame.px(4);
    }
}

void draw_shortcut(Frame& frame, const Shortcut& shortcut, Point upper_left) {
    const float middle = upper_left.y + frame.px(kRow) / 2;
    draw_keys(frame, shortcut.keys, {upper_left.x, middle});
    frame.canvas.text(TextStyle::Body, upper_left.x + frame.px(kKeysWidth), middle,
                      frame.canvas.colors().secondary_text, frame.tr(shortcut.text));
}

}  // namespace

Commands HelpDialog::draw(Frame& frame, const Model& model) {
    const std::vector<Shortcut> keyboard = keyboard_of(model);
    const auto rows = static_cast<float>(kMouse.size() + keyboard.size());
    const float body_height = 2 * frame.px(kPadding - 6) + rows * frame.px(kRow) + frame.px(kGroupGap);
    const Dialog dialog = open_dialog(frame, "help", frame.tr("help.title"), frame.px(kWidth), body_height);
    const auto scroll = frame.widgets.scroll("body", dialog.body, body_height, frame.px(kRow));
    frame.canvas.begin_clip(dialog.body);
    Point at{dialog.body.left + frame.px(kPadding),
             dialog.body.top + frame.px(kPadding - 6) - scroll.offset_px};
    for (const Shortcut& shortcut : kMouse) {
        draw_shortcut(frame, shortcut, at);
        at.y += frame.px(kRow);
    }
    frame.canvas.separator(at.x, dialog.body.right() - frame.px(kPadding), at.y + frame.px(kGroupGap / 2));
    at.y += frame.px(kGroupGap);
    for (const Shortcut& shortcut : keyboard) {
        draw_shortcut(frame, shortcut, at);
        at.y += frame.px(kRow);
    }
    draw_scroll_bar(frame, scroll);
    frame.canvas.end_clip();
    frame.stage.close();
    return dialog.wants_close ? Commands{ShowDialog{}} : Commands{};
}

}  // namespace jinsha::ui
