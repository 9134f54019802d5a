#include "ui/form_choices.hpp"

#include "ui/card_chips.hpp"

#include <cmath>
#include <string>

namespace jinsha::ui {
namespace {

constexpr float kHeight = 26;
constexpr float kGap = 6;
constexpr float kPadding = 9;
constexpr float kSign = 14;
constexpr float kSignGap = 5;

float width_of(const Frame& frame, const FormField& field, const FormChoice& choice, float room) {
    const float sign = field.sign == FormField::Sign::None ? 0 : frame.px(kSign + kSignGap);
    const float text = std::ceil(frame.width(TextStyle::Small, choice.label));
    return std::min(room, text + sign + 2 * frame.px(kPadding));
}

/// Calls `place` with each chip's number among `shown` and its box; returns the height of all.
template <class Place>
float set_in_lines(const Frame& frame, const ChoiceChips& chips, Point at, const Place& place) {
    const float height = frame.px(kHeight);
    float x = at.x;
    float y = at.y;
    for (std::size_t i = 0; i < chips.shown.size(); ++i) {
        const float width = width_of(frame, chips.field, chips.field.choices[chips.shown[i]], chips.room);
        if (x > at.x && x + width > at.x + chips.room) {
            x = at.x;
            y += height + frame.px(kGap);
        }
        place(i, Rect{x, y, width, height});
        x += width + frame.px(kGap);
    }
    return chips.shown.empty() ? 0 : y + height - at.y;
}

void draw_sign(Frame& frame, const FormField& field, const FormChoice& choice, Point center, bool is_made) {
    if (field.sign == FormField::Sign::Phase) return draw_phase_ring(frame, choice.value, center);
    const auto color = theme_color(choice.value);
    if (!color) return;
    if (!is_made) frame.canvas.circle(center, frame.px(kSign) / 2, *color);
    frame.canvas.icon("theme-" + choice.value, center, is_made ? kSign : 10, rgb(0xFFFFFF));
}

void draw_chip(Frame& frame, const FormField& field, const FormChoice& choice, const Rect& box, bool is_made,
               const Press& press) {
    const Palette& colors = frame.canvas.colors();
    const auto theme =
        field.sign == FormField::Sign::Theme ? theme_color(choice.value) : std::optional<Rgba>{};
    const bool is_phase = field.sign == FormField::Sign::Phase;
    const float radius = box.height / 2;
    Rgba ink = colors.text;
    if (is_made && is_phase) {  // its ring is the accent's, so the ground cannot be
        frame.canvas.fill(box, colors.accent.with_alpha(0.18), radius);
        frame.canvas.outline(box, colors.accent, frame.px(1.5F), radius);
    } else if (is_made) {
        frame.canvas.fill(box, theme.value_or(colors.accent), radius);
        ink = theme ? rgb(0xFFFFFF) : colors.on_accent;
    } else {
        frame.canvas.fill(box, colors.chip, radius);
        if (press.warmth > 0) frame.canvas.fill(box, colors.pressed.with_alpha(press.warmth), radius);
    }
    float left = box.left + frame.px(kPadding);
    const float middle = box.center().y;
    if (field.sign != FormField::Sign::None) {
        draw_sign(frame, field, choice, {left + frame.px(kSign) / 2, middle}, is_made);
        left += frame.px(kSign + kSignGap);
    }
    frame.canvas.text(TextStyle::Small, left, middle, ink,
                      frame.canvas.metrics().shortened(TextStyle::Small, choice.label,
                                                       box.right() - frame.px(kPadding) - left + 1));
}

}  // namespace

float ChoiceChips::height(const Frame& frame) const {
    return set_in_lines(frame, *this, {}, [](std::size_t, const Rect&) {});
}

std::optional<std::size_t> ChoiceChips::draw(Frame& frame, Point at, const ChoiceLook& look) const {
    std::optional<std::size_t> pressed;
    set_in_lines(frame, *this, at, [&](std::size_t i, const Rect& box) {
        const FormChoice& choice = field.choices[shown[i]];
        const Press press = frame.widgets.press_pointer("choice " + field.name + " " + choice.value, box);
        if (press.is_clicked) pressed = i;
        draw_chip(frame, field, choice, box, choice.value == look.value, press);
        if (look.focus == i)
            frame.canvas.outline(box.grown(frame.px(2)), frame.canvas.colors().focus, frame.px(2),
                                 box.height / 2 + frame.px(2));
    });
    return pressed;
}

}  // namespace jinsha::ui
