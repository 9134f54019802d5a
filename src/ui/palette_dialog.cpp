#include "ui/palette_dialog.hpp"

#include "ui/found_actions.hpp"
#include "ui/marked_text.hpp"
#include "ui/parts.hpp"
#include "ui/text_field.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kWidth = 480;
constexpr float kTop = 60;  // below the edge of the window
constexpr float kField = 36;
constexpr float kPadding = 8;
constexpr float kRow = 32;
constexpr std::size_t kMostRows = 12;

}  // namespace

Commands PaletteDialog::draw(Frame& frame, const Model& model) {
    frame.widgets.claim_keyboard(false);
    Commands commands;
    const auto finish = [&] {
        edit_ = TextEdit{};
        chosen_ = 0;
    };
    const auto found = find_actions(model.actions, frame.tr, edit_.text());
    const auto run = [&](std::size_t row) {
        commands.emplace_back(ShowDialog{});
        commands.emplace_back(RunAction{model.actions[found[row].action].id});
        finish();
    };
    if (const auto& key = frame.widgets.keys().pressed) {
        if (key->key == PressedKey::Escape) {
            commands.emplace_back(ShowDialog{});
            finish();
            return commands;
        }
        if (!found.empty()) {
            const std::size_t last = found.size() - 1;
            if (key->key == PressedKey::Down) chosen_ = chosen_ >= last ? 0 : chosen_ + 1;
            if (key->key == PressedKey::Up) chosen_ = chosen_ == 0 ? last : chosen_ - 1;
            if (key->key == PressedKey::Enter) run(std::min(chosen_, last));
            if (!commands.empty()) return commands;
        }
    }
    const float padding = frame.px(kPadding);
    const float width = std::min(frame.px(kWidth), frame.window.width - 2 * frame.px(Measures::kMargin));
    const float rows = static_cast<float>(std::clamp<std::size_t>(found.size(), 1, kMostRows));
    const float room = frame.window.height - frame.px(kTop) - frame.px(Measures::kMargin);
    const Rect box{std::round(frame.window.center().x - width / 2), frame.px(kTop), width,
                   std::min(frame.px(kField) + 3 * padding + rows * frame.px(kRow), room)};
    const PanelScope scope{frame, "palette", box, floating(frame, true)};
    const Palette& colors = frame.canvas.colors();
    frame.canvas.panel(box);
    const Rect field{box.left + padding, box.top + padding, box.width - 2 * padding, frame.px(kField)};
    if (text_field(frame, "field", field, edit_, true, frame.tr("palette.hint")).is_changed) chosen_ = 0;
    const Rect list{box.left, field.bottom() + padding, box.width,
                    box.bottom() - field.bottom() - 2 * padding};
    if (found.empty()) {
        frame.canvas.text(TextStyle::Body, list.left + frame.px(18), list.center().y, colors.secondary_text,
                          frame.tr("palette.none"));
        return commands;
    }
    chosen_ = std::min(chosen_, found.size() - 1);
    frame.widgets.reveal("list", static_cast<float>(chosen_) * frame.px(kRow), frame.px(kRow), list.height);
    const auto scroll =
        frame.widgets.scroll("list", list, static_cast<float>(found.size()) * frame.px(kRow), frame.px(kRow));
    frame.canvas.begin_clip(list);
    frame.widgets.see_only(list);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Rect row{list.left + padding,
                       list.top + static_cast<float>(i) * frame.px(kRow) - scroll.offset_px,
                       list.width - 2 * padding, frame.px(kRow)};
        if (row.bottom() <= list.top || row.top >= list.bottom()) continue;
        const Press press = frame.widgets.press_pointer("row " + std::to_string(i), row);
        if (press.is_clicked) run(i);
        frame.canvas.fill(row, i == chosen_ ? colors.pressed : colors.hover.with_alpha(press.warmth),
                          frame.px(Measures::kSmallRadius));
        const float keys =
            frame.canvas.text_to_right(TextStyle::Small, row.right() - frame.px(12), row.center().y,
                                       colors.secondary_text, model.actions[found[i].action].keys);
        draw_marked(frame, TextStyle::Body, {row.left + frame.px(10), row.center().y},
                    row.width - keys - frame.px(36), colors.text, found[i].label,
                    {found[i].match_begin, found[i].match_end});
    }
    frame.widgets.see_all();
    draw_scroll_bar(frame, scroll);
    frame.canvas.end_clip();
    return commands;
}

}  // namespace jinsha::ui
