#pragma once

#include "ui/frame.hpp"
#include "ui/text_edit.hpp"

#include <string>
#include <string_view>

namespace jinsha::ui {

struct TextFieldResult {
    bool is_changed{};  // the text, not the caret alone
    bool is_clicked{};  // it wants the keyboard
};

/// A field with a line of text. `has_keyboard`: it shows its caret and takes what is typed; one field at a
/// time. Keys that mean nothing in a line (Up, Enter, Esc, Tab) are left to the caller. `hint` stands there
/// while it is empty.
[[nodiscard]] TextFieldResult text_field(Frame& frame, const std::string& id, const Rect& area,
                                         TextEdit& edit, bool has_keyboard, std::string_view hint = {});

}  // namespace jinsha::ui
