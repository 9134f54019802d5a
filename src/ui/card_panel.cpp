#include "ui/card_panel.hpp"

#include "ui/line_break.hpp"
#include "ui/numbers.hpp"
#include "ui/parts.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kPadding = 16;
constexpr float kButton = 28;
constexpr float kTitleLine = 24;
constexpr float kLine = 22;
constexpr float kBlockGap = 10;
constexpr float kRowGap = 4;
constexpr float kChip = 24;
constexpr float kChipGap = 6;
constexpr float kChipPadding = 9;
constexpr float kChipSign = 14;  // icon or ring in it
constexpr float kLabelGap = 12;
constexpr float kLongestLabel = 104;
constexpr float kDistance = 44;
constexpr float kFeatureRadius = 18;
constexpr float kHighestShare = 0.72F;  // of the area

std::string shown(const Frame& frame, std::string_view group, const Word& word) {
    return word.label.empty() ? frame.tr.word(group, word.value) : word.label;
}

struct Chip {
    enum class Sign { None, Theme, Phase };
    Sign sign{Sign::None};
    std::string value;  // of the theme or phase
    std::string text;
};

std::vector<Chip> chips_of(const Frame& frame, const Card& card) {
    std::vector<Chip> chips;
    const auto add = [&](Chip::Sign sign, std::string_view group, const Word& word) {
        if (!word.value.empty()) chips.push_back({sign, word.value, shown(frame, group, word)});
    };
    add(Chip::Sign::Theme, "theme", card.theme);
    add(Chip::Sign::Phase, "phase", card.phase);
    add(Chip::Sign::None, "transformation", card.transformation);
    return chips;
}

std::string position_text(const Frame& frame, const PositionQuality& position) {
    const std::string quality = shown(frame, "quality", position.quality);
    if (!position.radius_m) return quality;
    const std::string radius = length(*position.radius_m);
    if (quality.empty()) return frame.tr("card.radius", fmt::arg("radius", radius));
    return frame.tr("card.quality_and_radius", fmt::arg("quality", quality), fmt::arg("radius", radius));
}

/// The lines of label and value.
std::vector<Field> fields_of(const Frame& frame, const Card& card) {
    std::vector<Field> fields;
    for (const Field& field : card.fields) {
        if (!field.value.empty()) fields.push_back(field);
    }
    if (!card.source_section.empty()) {
        fields.push_back({std::string{frame.tr("card.source")}, card.source_section});
    }
    if (card.position_quality) {
        const std::string text = position_text(frame, *card.position_quality);
        if (!text.empty()) fields.push_back({std::string{frame.tr("card.position")}, text});
    }
    return fields;
}

/// Lays the card out, and draws it when asked to: both go through the same lines, so that they cannot differ.
/// A function that sets something at `y` returns its height.
class CardPanel {
public:
    CardPanel(Frame& frame, const Card& card)
        : frame_{frame},
          card_{card},
          colors_{frame.canvas.colors()},
          width_{frame.px(Measures::kCardWidth)},
          padding_{frame.px(kPadding)},
          chips_{chips_of(frame, card)},
          fields_{fields_of(frame, card)},
          label_width_{label_width()} {}

    [[nodiscard]] CardMeasures measures(float highest) {
        const float height = header({}, Mode::Measure) + body({}, Mode::Measure) + frame_.px(1);
        return {.width = width_,
                .height = std::min(height, highest),
                .distance = frame_.px(kDistance),
                .feature_radius = frame_.px(kFeatureRadius),
                .title_middle = frame_.px(12) + frame_.px(kTitleLine) / 2};
    }

    Commands draw(const Rect& box) {
        const PanelScope scope{frame_, "card", box, floating(frame_, true)};
        frame_.canvas.panel(box);
        const float header_height = header({box.left, box.top}, Mode::Draw);
        const Rect viewport{box.left, box.top + header_height, box.width,
                            box.height - header_height - frame_.px(1)};
        const float content = body({}, Mode::Measure);
        const auto scroll = frame_.widgets.scroll("body", viewport, content, frame_.px(kLine));
        frame_.canvas.begin_clip(viewport);
        frame_.widgets.see_only(viewport);
        body({box.left, viewport.top - scroll.offset_px}, Mode::Draw);
        frame_.widgets.see_all();
        draw_scroll_bar(frame_, scroll);
        frame_.canvas.end_clip();
        return std::move(commands_);
    }

private:
    enum class Mode { Measure, Draw };

    /// Title and buttons.
    float header(Point at, Mode mode) {
        const float top = frame_.px(12);
        const float buttons = 2 * frame_.px(kButton);
        const float room = width_ - padding_ - buttons - frame_.px(12);
        const auto lines = break_lines(frame_.canvas.metrics(), TextStyle::Title, card_.title, room);
        const float line = frame_.px(kTitleLine);
        if (mode == Mode::Draw) {
            draw_lines(frame_, TextStyle::Title, lines, {at.x + padding_, at.y + top}, line, colors_.text);
            draw_buttons(
                {at.x + width_ - frame_.px(8) - buttons, at.y + top + (line - frame_.px(kButton)) / 2});
        }
        return top + static_cast<float>(lines.size()) * line + frame_.px(6);
    }

    void draw_buttons(Point at) {
        const float side = frame_.px(kButton);
        const Rect locate{at.x, at.y, side, side};
        if (icon_button(frame_, "locate", "zoom-to", locate)) {
            commands_.emplace_back(ZoomToFeature{card_.feature});
        }
        if (icon_button(frame_, "close", "close", locate.moved(side, 0))) commands_.emplace_back(CloseCard{});
    }

    float body(Point at, Mode mode) {
        float y = at.y + frame_.px(2);
        const auto gap_after = [&](float height) { y += height > 0 ? height + frame_.px(kBlockGap) : 0; };
        gap_after(chips({at.x + padding_, y}, mode));
        gap_after(fact({at.x + padding_, y}, mode));
        gap_after(fields({at.x + padding_, y}, mode));
        return y - at.y + frame_.px(4);
    }

    float chips(Point at, Mode mode) {
        if (chips_.empty()) return 0;
        const float right = at.x + width_ - 2 * padding_;
        const float height = frame_.px(kChip);
        float x = at.x;
        float y = at.y;
        for (const Chip& chip : chips_) {
            const float longest = right - at.x - 2 * frame_.px(kChipPadding) - sign_width(chip);
            const std::string text = frame_.canvas.metrics().shortened(TextStyle::Small, chip.text, longest);
            const float text_width = std::ceil(frame_.width(TextStyle::Small, text));
            const float width = text_width + 2 * frame_.px(kChipPadding) + sign_width(chip);
            if (x > at.x && x + width > right) {
                x = at.x;
                y += height + frame_.px(kChipGap);
            }
            if (mode == Mode::Draw) draw_chip(chip, text, {x, y, width, height});
            x += width + frame_.px(kChipGap);
        }
        return y + height - at.y;
    }

    [[nodiscard]] float sign_width(const Chip& chip) const {
        return chip.sign == Chip::Sign::None ? 0 : frame_.px(kChipSign) + frame_.px(5);
    }

    void draw_chip(const Chip& chip, std::string_view text, const Rect& area) {
        const auto theme = chip.sign == Chip::Sign::Theme ? theme_color(chip.value) : std::nullopt;
        const Rgba ink = theme                            ? rgb(0xFFFFFF)
                         : chip.sign == Chip::Sign::Phase ? colors_.text
                                                          : colors_.secondary_text;
        frame_.canvas.fill(area, theme.value_or(colors_.chip), area.height / 2);
        const float left = area.left + frame_.px(kChipPadding);
        const Point sign{left + frame_.px(kChipSign) / 2, area.center().y};
        if (chip.sign == Chip::Sign::Theme) frame_.canvas.icon("theme-" + chip.value, sign, kChipSign, ink);
        if (chip.sign == Chip::Sign::Phase) draw_phase(chip.value, sign);
        frame_.canvas.text(TextStyle::Small, left + sign_width(chip), area.center().y, ink, text);
    }

    /// The ring that the badges on the map have for this phase.
    void draw_phase(const std::string& phase, Point center) {
        const float radius = frame_.px(5);
        const float width = frame_.px(2);
        const auto arc = [&](float from, float to) {
            frame_.canvas.arc(center, radius, from, to, colors_.accent, width);
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

    float fact(Point at, Mode mode) {
        if (card_.fact.empty()) return 0;
        const float room = width_ - 2 * padding_;
        const auto lines = break_lines(frame_.canvas.metrics(), TextStyle::Body, card_.fact, room);
        if (mode == Mode::Draw) {
            draw_lines(frame_, TextStyle::Body, lines, at, frame_.px(kLine), colors_.text);
        }
        return static_cast<float>(lines.size()) * frame_.px(kLine);
    }

    /// Wide enough for every label, but not for one that would leave the values no room.
    [[nodiscard]] float label_width() const {
        float widest = card_.position ? frame_.width(TextStyle::Small, frame_.tr("card.coordinates")) : 0;
        for (const Field& field : fields_) {
            widest = std::max(widest, frame_.width(TextStyle::Small, field.label));
        }
        return std::min(std::ceil(widest), frame_.px(kLongestLabel));
    }

    float fields(Point at, Mode mode) {
        if (fields_.empty() && !card_.position) return 0;
        float y = at.y;
        if (mode == Mode::Draw) frame_.canvas.separator(at.x, at.x + width_ - 2 * padding_, y);
        y += frame_.px(kBlockGap);
        for (const Field& field : fields_) y += this->field(field, {at.x, y}, mode) + frame_.px(kRowGap);
        if (card_.position) y += coordinates({at.x, y}, mode) + frame_.px(kRowGap);
        return y - at.y;
    }

    float field(const Field& field, Point at, Mode mode) {
        const float left = label_width_ + frame_.px(kLabelGap);
        const TextMetrics& metrics = frame_.canvas.metrics();
        const auto values = break_lines(metrics, TextStyle::Body, field.value, width_ - 2 * padding_ - left);
        const auto labels = break_lines(metrics, TextStyle::Small, field.label, label_width_);
        if (mode == Mode::Draw) {
            draw_lines(frame_, TextStyle::Small, labels, at, frame_.px(kLine), colors_.secondary_text);
            draw_lines(frame_, TextStyle::Body, values, {at.x + left, at.y}, frame_.px(kLine), colors_.text);
        }
        return static_cast<float>(std::max(values.size(), labels.size())) * frame_.px(kLine);
    }

    float coordinates(Point at, Mode mode) {
        const float height = frame_.px(kButton);
        if (mode == Mode::Measure) return height;
        const std::string text = decimal_degrees(*card_.position);
        const float middle = at.y + height / 2;
        frame_.canvas.text(TextStyle::Small, at.x, middle, colors_.secondary_text,
                           frame_.tr("card.coordinates"));
        const float left = at.x + label_width_ + frame_.px(kLabelGap);
        const float width = frame_.canvas.text(TextStyle::Body, left, middle, colors_.text, text);
        const Rect copy{std::round(left + width + frame_.px(4)), at.y, height, height};
        if (icon_button(frame_, "copy", "copy", copy)) commands_.emplace_back(CopyText{text});
        return height;
    }

    Frame& frame_;
    const Card& card_;
    const Palette& colors_;
    float width_, padding_;
    std::vector<Chip> chips_;
    std::vector<Field> fields_;
    float label_width_;
    Commands commands_;
};

/// From the feature to its card.
void draw_leader(Frame& frame, const CardPlace& place) {
    const Point a = place.leader_from;
    const Point b = place.leader_to;
    const Rect box{std::floor(std::min(a.x, b.x)), std::floor(std::min(a.y, b.y)),
                   std::ceil(std::abs(a.x - b.x)) + 1, std::ceil(std::abs(a.y - b.y)) + 1};
    const PanelScope scope{
        frame, "leader", box, {.takes_pointer = false, .fades_in = true, .reach_px = frame.px(6)}};
    const Palette& colors = frame.canvas.colors();
    frame.canvas.line(a, b, colors.map_halo, frame.px(4));
    frame.canvas.circle(a, frame.px(4), colors.map_halo);
    frame.canvas.line(a, b, colors.accent, frame.px(1.5F));
    frame.canvas.circle(a, frame.px(2.5F), colors.accent);
}

}  // namespace

Commands draw_card(Frame& frame, const Card& card, const Rect& area, CardState& state) {
    if (state.feature != card.feature) state = {.feature = card.feature, .side = std::nullopt};
    CardPanel panel{frame, card};
    const Point anchor{static_cast<float>(card.anchor.x), static_cast<float>(card.anchor.y)};
    const CardPlace place = place_card(anchor, panel.measures(area.height * kHighestShare), area, state.side);
    state.side = place.side;
    if (place.has_leader) draw_leader(frame, place);
    return panel.draw(place.box);
}

}  // namespace jinsha::ui
