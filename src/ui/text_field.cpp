#include "ui/text_field.hpp"

#include "ui/characters.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

using Selecting = TextEdit::Selecting;

constexpr float kPadding = 8;

/// Ctrl and a letter: the clipboard, and all.
void shortcut(TextEdit& edit, PressedKey key) {
    switch (key) {
        case PressedKey::A:
            return edit.select_all();
        case PressedKey::C:
        case PressedKey::X:
            if (edit.selected().empty()) return;
            ImGui::SetClipboardText(std::string{edit.selected()}.c_str());
            if (key == PressedKey::X) edit.erase_forward();
            return;
        case PressedKey::V: {
            const char* const text = ImGui::GetClipboardText();
            return edit.insert(text == nullptr ? "" : text);
        }
        default:
            return;
    }
}

void press(TextEdit& edit, const KeyChanged& key) {
    const Selecting selecting = key.shift ? Selecting::Yes : Selecting::No;
    switch (key.key) {
        case PressedKey::Backspace:
            return edit.erase_backward();
        case PressedKey::Delete:
            return edit.erase_forward();
        case PressedKey::Left:
            return edit.move_left(selecting);
        case PressedKey::Right:
            return edit.move_right(selecting);
        case PressedKey::Home:
            return edit.move_to_begin(selecting);
        case PressedKey::End:
            return edit.move_to_end(selecting);
        default:
            if (key.control && !key.alt) shortcut(edit, key.key);
    }
}

/// The boundary between two characters that is nearest to `x_px` from the beginning of the text.
std::size_t boundary_at(const Frame& frame, std::string_view text, float x_px) {
    std::string_view rest = text;
    float left = 0;
    while (!rest.empty()) {
        const std::size_t begin = text.size() - rest.size();
        (void)take_character(rest);
        const float right = frame.width(TextStyle::Body, text.substr(0, text.size() - rest.size()));
        if (x_px < (left + right) / 2) return begin;
        left = right;
    }
    return text.size();
}

void draw_text(Frame& frame, const TextEdit& edit, const Rect& inner, bool has_keyboard, float shift) {
    Canvas& canvas = frame.canvas;
    const Palette& colors = canvas.colors();
    const std::string_view text = edit.text();
    const auto x_of = [&](std::size_t at) {
        return inner.left - shift + frame.width(TextStyle::Body, text.substr(0, at));
    };
    const float height = frame.px(18);
    const float top = std::round(inner.center().y - height / 2);
    if (has_keyboard && !edit.selected().empty()) {
        const float left = x_of(edit.selection_begin());
        canvas.fill({left, top, x_of(edit.selection_end()) - left, height}, colors.accent.with_alpha(0.25));
    }
    canvas.text(TextStyle::Body, inner.left - shift, inner.center().y, colors.text, text);
    if (has_keyboard) canvas.fill({std::round(x_of(edit.caret())), top, frame.px(1), height}, colors.accent);
}

}  // namespace

TextFieldResult text_field(Frame& frame, const std::string& id, const Rect& area, TextEdit& edit,
                           bool has_keyboard, std::string_view hint) {
    TextFieldResult result;
    const Rect inner{area.left + frame.px(kPadding), area.top, area.width - 2 * frame.px(kPadding),
                     area.height};
    const auto shift_of = [&] {  // a caret that would lie outside is brought in from the right
        const float caret =
            frame.width(TextStyle::Body, std::string_view{edit.text()}.substr(0, edit.caret()));
        return has_keyboard ? std::max(0.0F, caret + frame.px(1) - inner.width) : 0.0F;
    };
    const Press pressed = frame.widgets.press_text(id, area);
    if (pressed.is_held) {
        const float x = ImGui::GetIO().MousePos.x - inner.left + shift_of();
        const bool has_begun = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
        edit.move_to(boundary_at(frame, edit.text(), x), has_begun ? Selecting::No : Selecting::Yes);
        result.is_clicked = has_begun;
    }
    if (has_keyboard) {
        const std::string before = edit.text();
        const Widgets::Keys& keys = frame.widgets.keys();
        if (!keys.text.empty()) edit.insert(keys.text);
        if (keys.pressed) press(edit, *keys.pressed);
        result.is_changed = edit.text() != before;
    }
    Canvas& canvas = frame.canvas;
    const Palette& colors = canvas.colors();
    const float radius = frame.px(Measures::kSmallRadius);
    canvas.outline(area, has_keyboard ? colors.accent : colors.border, frame.px(has_keyboard ? 1.5F : 1.0F),
                   radius);
    canvas.begin_clip(inner);
    if (edit.text().empty()) {
        canvas.text(TextStyle::Body, inner.left, inner.center().y, colors.secondary_text, hint);
    }
    draw_text(frame, edit, inner, has_keyboard, shift_of());
    canvas.end_clip();
    return result;
}

}  // namespace jinsha::ui
