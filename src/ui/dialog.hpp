#pragma once

#include "ui/frame.hpp"

#include <string>
#include <string_view>

namespace jinsha::ui {

/// A panel in the middle of the window with a title and a button that closes it.
struct Dialog {
    Rect box, body;
    bool wants_close{};
};

inline constexpr float kDialogHeader = 48;

/// Opens the dialog's panel, which the caller closes (frame.stage.close()). `body_height`: what it would like
/// to have; it gets less in a low window.
[[nodiscard]] Dialog open_dialog(Frame& frame, const std::string& name, std::string_view title, float width,
                                 float body_height);

}  // namespace jinsha::ui
