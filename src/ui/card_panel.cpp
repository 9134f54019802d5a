#include "ui/card_panel.hpp"

#include "ui/card_chips.hpp"
#include "ui/card_text.hpp"
#include "ui/line_break.hpp"
#include "ui/numbers.hpp"
#include "ui/parts.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jinsha::ui {
namespace {

constexpr float kPadding = 16;
constexpr float kButton = 28;
constexpr float kTitleLine = 24;
constexpr float kLine = 22;
constexpr float kSmallLine = 18;
constexpr float kPager = 20;  // width of its arrows
constexpr float kBlockGap = 10;
constexpr float kRowGap = 4;
constexpr float kLabelGap = 12;
constexpr float kLongestLabel = 104;
constexpr float kDistance = 44;
constexpr float kFeatureRadius = 18;
constexpr float kHighestShare = 0.72F;  // of the area

/// Lays the card out, and draws it when asked to: both go through the same lines, so that they cannot differ.
/// A function that sets something at `y` returns its height.
class CardPanel {
public:
    /// A pinned one can be compared with the card that is open, and unpinned.
    enum class Kind { Open, Pinned };

    CardPanel(Frame& frame, const Card& card, Kind kind)
        : frame_{frame},
          card_{card},
          kind_{kind},
          colors_{frame.canvas.colors()},
          width_{frame.px(Measures::kCardWidth)},
          padding_{frame.px(kPadding)},
          chips_{chips_of(frame.tr, card)},
          fields_{fields_of(frame.tr, card)},
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
        const PanelScope scope{frame_, kind_ == Kind::Open ? "card" : "pinned", box, floating(frame_, true)};
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
        const float buttons = static_cast<float>(kind_ == Kind::Open ? 5 : 3) * frame_.px(kButton);
        const float room = width_ - padding_ - buttons - frame_.px(12);
        const auto lines = break_lines(frame_.canvas.metrics(), TextStyle::Title, card_.title, room);
        const float line = frame_.px(kTitleLine);
        if (mode == Mode::Draw) {
            draw_lines(frame_, TextStyle::Title, lines, {at.x + padding_, at.y + top}, line, colors_.text);
            draw_buttons(
                {at.x + width_ - frame_.px(8) - buttons, at.y + top + (line - frame_.px(kButton)) / 2});
        }
        const float below = at.y + top + static_cast<float>(lines.size()) * line + frame_.px(6);
        return below - at.y + pager({at.x + padding_, below}, mode);
    }

    /// Turns to the other features that lie there; nothing when there is only one.
    float pager(Point at, Mode mode) {
        if (card_.page.count < 2) return 0;
        const float height = frame_.px(Measures::kRow);
        if (mode == Mode::Measure) return height;
        const float side = frame_.px(kPager);
        const Rect back{at.x - frame_.px(kRowGap), at.y + (height - side) / 2, side, side};
        if (icon_button(frame_, "back", "chevron-left", back)) commands_.emplace_back(TurnPage{-1});
        const std::string page = frame_.tr("card.page", fmt::arg("page", card_.page.index + 1),
                                           fmt::arg("pages", card_.page.count));
        const float left = back.right() + frame_.px(kRowGap);
        const float width =
            frame_.canvas.text(TextStyle::Small, left, back.center().y, colors_.secondary_text, page);
        const Rect on{std::ceil(left + width) + frame_.px(kRowGap), back.top, side, side};
        if (icon_button(frame_, "on", "chevron-right", on)) commands_.emplace_back(TurnPage{1});
        return height;
    }

    void draw_buttons(Point at) {
        const float side = frame_.px(kButton);
        Rect button{at.x, at.y, side, side};
        const auto is_pressed = [&](const char* id, const char* icon, const char* tip) {
            const Rect area = std::exchange(button, button.moved(side, 0));
            return icon_button(frame_, id, icon, area, std::nullopt, frame_.tr(tip));
        };
        const bool is_open = kind_ == Kind::Open;
        if (is_pressed("locate", "zoom-to", "card.zoom_to"))
            commands_.emplace_back(ZoomToFeature{card_.feature});
        if (is_open && is_pressed("edit", "edit", "card.edit"))
            commands_.emplace_back(RunAction{"edit-attributes"});
        if (is_pressed("copy-card", "copy", "card.copy"))
            commands_.emplace_back(CopyText{card_text(frame_.tr, card_)});
        if (is_open && is_pressed("pin", "tack", "card.pin")) commands_.emplace_back(PinCard{});
        if (!is_pressed("close", "close", is_open ? "card.close" : "card.unpin")) return;
        if (is_open) {
            commands_.emplace_back(CloseCard{});
        } else {
            commands_.emplace_back(UnpinCard{});
        }
    }

    float body(Point at, Mode mode) {
        float y = at.y + frame_.px(2);
        const auto gap_after = [&](float height) { y += height > 0 ? height + frame_.px(kBlockGap) : 0; };
        gap_after(set_chips(frame_, chips_, {at.x + padding_, y}, width_ - 2 * padding_, mode == Mode::Draw));
        gap_after(fact({at.x + padding_, y}, mode));
        gap_after(figures({at.x + padding_, y}, mode));
        gap_after(fields({at.x + padding_, y}, mode));
        return y - at.y + frame_.px(4);
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

    /// Each as a large number over what it counts.
    float figures(Point at, Mode mode) {
        float y = at.y;
        for (const Figure& figure : card_.figures) y += this->figure(figure, {at.x, y}, mode);
        return y - at.y;
    }

    float figure(const Figure& figure, Point at, Mode mode) {
        const std::string label = figure.period.empty()
                                      ? figure.label
                                      : frame_.tr("figure.label", fmt::arg("label", figure.label),
                                                  fmt::arg("period", figure.period));
        const auto lines =
            break_lines(frame_.canvas.metrics(), TextStyle::Small, label, width_ - 2 * padding_);
        const float below = at.y + frame_.px(kTitleLine);
        if (mode == Mode::Draw) {
            frame_.canvas.text(TextStyle::Title, at.x, at.y + frame_.px(kTitleLine) / 2, colors_.accent,
                               figure_text(frame_.tr, figure));
            draw_lines(frame_, TextStyle::Small, lines, {at.x, below}, frame_.px(kSmallLine),
                       colors_.secondary_text);
        }
        return frame_.px(kTitleLine + kRowGap) + static_cast<float>(lines.size()) * frame_.px(kSmallLine);
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
        const float height = static_cast<float>(std::max(values.size(), labels.size())) * frame_.px(kLine);
        if (mode == Mode::Draw) {
            draw_lines(frame_, TextStyle::Small, labels, at, frame_.px(kLine), colors_.secondary_text);
            const Rect area{at.x + left, at.y, width_ - 2 * padding_ - left, height};
            const bool is_address = is_link(field.value);
            if (is_address && pressable(frame_, "link " + field.label, area.grown(frame_.px(2))).is_clicked)
                commands_.emplace_back(OpenLink{field.value});
            draw_lines(frame_, TextStyle::Body, values, {area.left, area.top}, frame_.px(kLine),
                       is_address ? colors_.accent : colors_.text);
        }
        return height;
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
        if (icon_button(frame_, "copy", "copy", copy, std::nullopt, frame_.tr("card.copy_coordinates")))
            commands_.emplace_back(CopyText{text});
        return height;
    }

    Frame& frame_;
    const Card& card_;
    Kind kind_;
    const Palette& colors_;
    float width_, padding_;
    std::vector<CardChip> chips_;
    std::vector<Field> fields_;
    float label_width_;
    Commands commands_;
};

}  // namespace

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

Commands draw_card(Frame& frame, const Card& card, const Rect& area, CardState& state) {
    if (state.feature != card.feature)
        state = {.feature = card.feature, .side = std::nullopt, .box = std::nullopt};
    CardPanel panel{frame, card, CardPanel::Kind::Open};
    const Point anchor{static_cast<float>(card.anchor.x), static_cast<float>(card.anchor.y)};
    const CardPlace place = place_card(anchor, panel.measures(area.height * kHighestShare), area, state.side);
    state.side = place.side;
    state.box = place.box;
    if (place.has_leader) draw_leader(frame, place);
    return panel.draw(place.box);
}

Commands draw_pinned_card(Frame& frame, const Card& card, const Rect& area) {
    CardPanel panel{frame, card, CardPanel::Kind::Pinned};
    const CardMeasures size = panel.measures(area.height * kHighestShare);
    return panel.draw({area.left, area.top, size.width, size.height});
}

}  // namespace jinsha::ui
