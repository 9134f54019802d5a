#include "ui/place_menu_panel.hpp"

#include "ui/parts.hpp"
#include "ui/place_menu_model.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kPadding = 6;
constexpr float kLabelGap = 18;
constexpr float kHeading = 30;

/// Beside the place, inside of the window.
Rect box_at(const Frame& frame, Point at, Point size) {
    const float margin = frame.px(Measures::kMargin);
    const float left = std::min(at.x + frame.px(4), frame.window.right() - margin - size.x);
    const float top = std::min(at.y + frame.px(4), frame.window.bottom() - margin - size.y);
    return {std::round(std::max(left, margin)), std::round(std::max(top, margin)), size.x, size.y};
}

}  // namespace

Commands draw_place_menu(Frame& frame, const Model& model, PlaceMenuState& state) {
    if (!model.place_menu) {
        state = {};
        return {};
    }
    if (!state.was_open) state = {.chosen = 0, .was_open = true};
    const PlaceMenuModel& menu = *model.place_menu;
    float labels = 0;
    float texts = 0;
    for (const PlaceMenuRow& row : menu.rows) {
        labels = std::max(labels, frame.width(TextStyle::Small, row.label));
        texts = std::max(texts, frame.width(TextStyle::Body, row.text));
    }
    const float row_height = frame.px(Measures::kRow);
    const Point size{std::ceil(labels + texts) + frame.px(kLabelGap + 2 * kPadding + 20),
                     frame.px(kHeading + 2 * kPadding) + static_cast<float>(menu.rows.size()) * row_height};
    const Rect box = box_at(frame, {static_cast<float>(menu.at.x), static_cast<float>(menu.at.y)}, size);
    const PanelScope scope{frame, "place-menu", box, floating(frame, true)};
    frame.canvas.panel(box);
    frame.widgets.claim_keyboard(true);
    const Palette& colors = frame.canvas.colors();
    frame.canvas.text(TextStyle::Small, box.left + frame.px(kPadding + 10),
                      box.top + frame.px(kPadding + kHeading / 2), colors.secondary_text,
                      frame.tr("place.copy"));
    Commands commands;
    const auto copy = [&](std::size_t i) {
        commands.emplace_back(CopyText{menu.rows[i].text});
        commands.emplace_back(ClosePlaceMenu{});
    };
    const std::size_t count = menu.rows.size();
    state.chosen = std::min(state.chosen, count - 1);
    if (const auto& key = frame.widgets.keys().pressed) {
        if (key->key == PressedKey::Escape) commands.emplace_back(ClosePlaceMenu{});
        if (key->key == PressedKey::Down || (key->key == PressedKey::Tab && !key->shift))
            state.chosen = (state.chosen + 1) % count;
        if (key->key == PressedKey::Up || (key->key == PressedKey::Tab && key->shift))
            state.chosen = (state.chosen + count - 1) % count;
        if (key->key == PressedKey::Enter) copy(state.chosen);
    }
    for (std::size_t i = 0; i < count; ++i) {
        const Rect area{box.left + frame.px(kPadding),
                        box.top + frame.px(kPadding + kHeading) + static_cast<float>(i) * row_height,
                        box.width - 2 * frame.px(kPadding), row_height};
        const Press press = frame.widgets.press_pointer("row " + std::to_string(i), area);
        if (press.is_clicked) copy(i);
        frame.canvas.fill(area, i == state.chosen ? colors.pressed : colors.hover.with_alpha(press.warmth),
                          frame.px(Measures::kSmallRadius));
        const float left = area.left + frame.px(10);
        frame.canvas.text(TextStyle::Small, left, area.center().y, colors.secondary_text, menu.rows[i].label);
        frame.canvas.text(TextStyle::Body, left + std::ceil(labels) + frame.px(kLabelGap), area.center().y,
                          colors.text, menu.rows[i].text);
    }
    return commands;
}

}  // namespace jinsha::ui
