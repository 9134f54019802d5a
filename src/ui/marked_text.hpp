#pragma once

#include "ui/frame.hpp"

#include <cstddef>
#include <string_view>

namespace jinsha::ui {

/// Bytes [begin, end) of a text.
struct MarkedPart {
    std::size_t begin{}, end{};
};

/// One line of text, the part that was met in the accent's colour on a quiet ground. What is wider than
/// `room_px` is cut off with "…".
void draw_marked(Frame& frame, TextStyle style, Point left_middle, float room_px, Rgba color,
                 std::string_view text, MarkedPart part);

}  // namespace jinsha::ui
