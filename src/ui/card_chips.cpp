#include "ui/card_chips.hpp"

#include "ui/card_text.hpp"

#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kHeight = 24;
constexpr float kGap = 6;
constexpr float kPadding = 9;
constexpr float kSign = 14;  // icon or ring
constexpr float kSignGap = 5;

float sign_width(const Frame& frame, const CardChip& chip) {
    return chip.sign == CardChip::Sign::None ? 0 : frame.px(kSign) + frame.px(kSignGap);
}

void draw_chip(Frame& frame, const CardChip& chip, std::string_view text, const Rect& area) {
    const Palette& colors = frame.canvas.colors();
    const auto theme = chip.sign == CardChip::Sign::Theme ? theme_color(chip.value) : std::nullopt;
    const Rgba ink = theme                                ? rgb(0xFFFFFF)
                     : chip.sign == CardChip::Sign::Phase ? colors.text
                                                          : colors.secondary_text;
    frame.canvas.fill(area, theme.value_or(colors.chip), area.height / 2);
    const float left = area.left + frame.px(kPadding);
    const Point sign{left + frame.px(kSign) / 2, area.center().y};
    if (chip.sign == CardChip::Sign::Theme) frame.canvas.icon("theme-" + chip.value, sign, kSign, ink);
    if (chip.sign == CardChip::Sign::Phase) draw_phase_ring(frame, chip.value, sign);
    frame.canvas.text(TextStyle::Small, left + sign_width(frame, chip), area.center().y, ink, text);
}

}  // namespace

void draw_phase_ring(Frame& frame, const std::string& phase, Point center) {
    const float radius = frame.px(5);
    const float width = frame.px(2);
    const auto arc = [&](float from, float to) {
        frame.canvas.arc(center, radius, from, to, frame.canvas.colors().accent, width);
    };
    if (phase == "completed") arc(0, 1);
    if (phase == "ongoing") arc(0, 0.75F);
    if (phase == "planned") {
        constexpr int kDashes = 6;
        for (int i = 0; i < kDashes; ++i) {
            arc(static_cast<float>(i) / kDashes, (static_cast<float>(i) + 0.55F) / kDashes);
        }
    }
}

std::vector<CardChip> chips_of(const Translations& tr, const Card& card) {
    std::vector<CardChip> chips;
    const auto add = [&](CardChip::Sign sign, std::string_view group, const Word& word) {
        if (!word.value.empty()) chips.push_back({sign, word.value, shown(tr, group, word)});
    };
    add(CardChip::Sign::Theme, "theme", card.theme);
    add(CardChip::Sign::Phase, "phase", card.phase);
    add(CardChip::Sign::None, "transformation", card.transformation);
    return chips;
}

float set_chips(Frame& frame, const std::vector<CardChip>& chips, Point at, float room, bool is_drawn) {
    if (chips.empty()) return 0;
    const float height = frame.px(kHeight);
    float x = at.x;
    float y = at.y;
    for (const CardChip& chip : chips) {
        const float extra = 2 * frame.px(kPadding) + sign_width(frame, chip);
        const std::string text = frame.canvas.metrics().shortened(TextStyle::Small, chip.text, room - extra);
        const float width = std::ceil(frame.width(TextStyle::Small, text)) + extra;
        if (x > at.x && x + width > at.x + room) {
            x = at.x;
            y += height + frame.px(kGap);
        }
        if (is_drawn) draw_chip(frame, chip, text, {x, y, width, height});
        x += width + frame.px(kGap);
    }
    return y + height - at.y;
}

}  // namespace jinsha::ui
