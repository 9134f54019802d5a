#include "ui/marked_text.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace jinsha::ui {

void draw_marked(Frame& frame, TextStyle style, Point left_middle, float room_px, Rgba color,
                 std::string_view text, MarkedPart part) {
    Canvas& canvas = frame.canvas;
    const std::string shown = canvas.metrics().shortened(style, text, room_px);
    // Of a text that was cut off only its beginning is there; "…" takes three bytes.
    const std::size_t there =
        shown == text ? text.size() : shown.size() - std::min<std::size_t>(shown.size(), 3);
    const std::size_t begin = std::min(part.begin, there);
    const std::size_t end = std::clamp(part.end, begin, there);
    if (begin == end) {
        canvas.text(style, left_middle.x, left_middle.y, color, shown);
        return;
    }
    const std::string_view line{shown};
    const float left = left_middle.x + frame.width(style, line.substr(0, begin));
    const float right = left_middle.x + frame.width(style, line.substr(0, end));
    const float height = std::round(canvas.metrics().em(style) * 1.35F);
    const Rgba accent = canvas.colors().accent;
    canvas.fill({left, std::round(left_middle.y - height / 2), right - left, height}, accent.with_alpha(0.14),
                frame.px(3));
    canvas.text(style, left_middle.x, left_middle.y, color, line.substr(0, begin));
    canvas.text(style, left, left_middle.y, accent, line.substr(begin, end - begin));
    canvas.text(style, right, left_middle.y, color, line.substr(end));
}

}  // namespace jinsha::ui
