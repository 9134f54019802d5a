#include "ui/parts.hpp"

#include "ui/characters.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kIconSide = 16;

std::uint8_t byte_of(double value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
}

Rgba rgba(const style::Color& c) {
    return {byte_of(c.r), byte_of(c.g), byte_of(c.b), byte_of(c.a)};
}

/// A full-width opening mark at the beginning of a line has its ink in the right half of its square: the
/// blank half is left out, so that the line begins flush.
float blank_before(const Frame& frame, TextStyle style, std::string_view line) {
    if (line.empty()) return 0;
    const char32_t first = take_character(line);
    const float em = frame.canvas.metrics().em(style);
    return is_opening(first) && frame.canvas.metrics().advance(style, first) > 0.9F * em ? em / 2 : 0;
}

}  // namespace

PanelTraits floating(const Frame& frame, bool fades_in) {
    return {.takes_pointer = true,
            .fades_in = fades_in,
            .reach_px = frame.px(Measures::kShadow + Measures::kShadowDrop),
            // A square with this inset lies inside of the round corners: 1 - 1/sqrt(2) of their radius, and a
            // pixel for their soft edge.
            .opaque_inset_px = std::ceil(0.3F * frame.px(Measures::kRadius)) + 1};
}

Press pressable(Frame& frame, const std::string& id, const Rect& area) {
    const Press press = frame.widgets.press(id, area);
    const Palette& colors = frame.canvas.colors();
    const float radius = frame.px(Measures::kSmallRadius);
    if (press.is_held && press.is_hovered) {
        frame.canvas.fill(area, colors.pressed, radius);
    } else if (press.warmth > 0) {
        frame.canvas.fill(area, colors.hover.with_alpha(press.warmth), radius);
    }
    if (press.is_focused) frame.canvas.outline(area, colors.focus, frame.px(2), radius);
    return press;
}

bool icon_button(Frame& frame, const std::string& id, const std::string& icon, const Rect& area,
                 std::optional<Rgba> color, std::string_view tip) {
    const Press press = pressable(frame, id, area);
    // Once it is warm, so that a pointer that only passes by does not leave a trail of tips.
    if (!tip.empty() && press.is_hovered && !press.is_held && press.warmth >= 1)
        frame.tooltip = Tooltip{std::string{tip}, area};
    const Palette& colors = frame.canvas.colors();
    const Rgba quiet = color.value_or(colors.secondary_text);
    frame.canvas.icon(icon, area.center(), kIconSide, press.is_hovered && !color ? colors.text : quiet);
    return press.is_clicked;
}

std::string action_tip(const Frame& frame, const Model& model, std::string_view id) {
    const auto action = std::ranges::find(model.actions, id, &ActionInfo::id);
    if (action == model.actions.end()) return {};
    std::string tip{frame.tr(action->label)};
    if (!action->keys.empty()) tip += "  " + action->keys;
    return tip;
}

float text_button_width(const Frame& frame, std::string_view text) {
    return std::ceil(frame.width(TextStyle::Body, text)) + 2 * frame.px(10);
}

bool text_button(Frame& frame, const std::string& id, std::string_view text, const Rect& area) {
    const Press press = pressable(frame, id, area);
    frame.canvas.text_centered(TextStyle::Body, area.center(), frame.canvas.colors().accent, text);
    return press.is_clicked;
}

float draw_lines(Frame& frame, TextStyle style, const std::vector<std::string_view>& lines, Point upper_left,
                 float line_height, Rgba color) {
    float y = upper_left.y;
    for (const std::string_view line : lines) {
        const float left = upper_left.x - blank_before(frame, style, line);
        frame.canvas.text(style, left, y + line_height / 2, color, line);
        y += line_height;
    }
    return y - upper_left.y;
}

void draw_scroll_bar(Frame& frame, const Widgets::Scroll& scroll) {
    if (scroll.thumb.height <= 0) return;
    const float width = frame.px(scroll.warmth > 0 ? 6 : 4);
    const Rect thumb{scroll.thumb.right() - width - frame.px(2), scroll.thumb.top, width,
                     scroll.thumb.height};
    const Rgba color = frame.canvas.colors().secondary_text.with_alpha(0.35 + 0.35 * scroll.warmth);
    frame.canvas.fill(thumb, color, width / 2);
}

void draw_swatch(Frame& frame, const Swatch& swatch, Point center, float side_css_px) {
    Canvas& canvas = frame.canvas;
    const float side = frame.px(side_css_px);
    const Rect box{std::round(center.x - side / 2), std::round(center.y - side / 2), side, side};
    const float radius = frame.px(3);
    switch (swatch.kind) {
        case Swatch::Kind::None:
            break;
        case Swatch::Kind::Fill:
            canvas.fill(box, rgba(swatch.color), radius);
            // Without a line of its own a pale fill would vanish in the panel.
            canvas.outline(box, swatch.outline ? rgba(*swatch.outline) : canvas.colors().border, frame.px(1),
                           radius);
            break;
        case Swatch::Kind::Line:
            canvas.fill({box.left, std::round(center.y - frame.px(1)), side, frame.px(2)}, rgba(swatch.color),
                        frame.px(1));
            break;
        case Swatch::Kind::Circle:
            if (swatch.outline) canvas.circle(center, side * 0.36F, rgba(*swatch.outline));
            canvas.circle(center, swatch.outline ? side * 0.36F - frame.px(1) : side * 0.36F,
                          rgba(swatch.color));
            break;
        case Swatch::Kind::Icon:
            canvas.colored_icon(swatch.icon, center, side_css_px);
            break;
    }
}

}  // namespace jinsha::ui
