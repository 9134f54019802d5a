#include "ui/segments.hpp"

#include <cmath>
#include <numeric>

namespace jinsha::ui {
namespace {

constexpr float kPadding = 12;  // left and right of a label

float width_of(const Frame& frame, std::string_view label) {
    return std::ceil(frame.width(TextStyle::Body, label)) + 2 * frame.px(kPadding);
}

}  // namespace

float segments_width(const Frame& frame, std::span<const std::string> labels) {
    return std::accumulate(labels.begin(), labels.end(), 0.0F,
                           [&](float sum, const std::string& label) { return sum + width_of(frame, label); });
}

std::optional<std::size_t> segments(Frame& frame, const std::string& id, const Rect& area,
                                    std::span<const std::string> labels, std::size_t chosen) {
    Canvas& canvas = frame.canvas;
    const Palette& colors = canvas.colors();
    const float radius = frame.px(Measures::kSmallRadius);
    canvas.fill(area, colors.chip, radius);
    std::optional<std::size_t> pressed;
    // In a narrow area all become narrower alike, in a wide one wider.
    const float squeeze = area.width / std::max(1.0F, segments_width(frame, labels));
    float x = area.left;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const float right =
            i + 1 == labels.size() ? area.right() : std::round(x + squeeze * width_of(frame, labels[i]));
        const Rect box = Rect{x, area.top, right - x, area.height}.grown(-frame.px(2));
        const Press press = frame.widgets.press(id + " " + std::to_string(i), box);
        const bool is_chosen = i == chosen;
        if (press.is_clicked && !is_chosen) pressed = i;
        if (is_chosen) {
            canvas.fill(box, colors.panel, frame.px(4));
            canvas.outline(box, colors.border, frame.px(1), frame.px(4));
        } else if (press.warmth > 0) {
            canvas.fill(box, colors.hover.with_alpha(press.warmth), frame.px(4));
        }
        if (press.is_focused) canvas.outline(box, colors.focus, frame.px(2), frame.px(4));
        canvas.text_centered(TextStyle::Body, box.center(), is_chosen ? colors.accent : colors.secondary_text,
                             canvas.metrics().shortened(TextStyle::Body, labels[i], box.width));
        x = right;
    }
    return pressed;
}

}  // namespace jinsha::ui
