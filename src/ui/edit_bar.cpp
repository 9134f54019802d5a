#include "ui/edit_bar.hpp"

#include "ui/editing_model.hpp"
#include "ui/line_break.hpp"
#include "ui/parts.hpp"
#include "ui/text_field.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace jinsha::ui {
namespace {

constexpr float kButton = 28;
constexpr float kPadding = 4;
constexpr float kGap = 9;  // around the line between the groups
constexpr float kStripWidth = 300;
constexpr float kStripPadding = 12;
constexpr float kRow = Measures::kRow;
constexpr float kRowGap = 8;
constexpr float kHintLine = 18;

struct Button {
    std::string_view action, icon;
    std::string_view tool;  // while that is at work, it is lit
};
constexpr std::array<Button, 5> kTools{{{"tool.point", "add-point", "point"},
                                        {"tool.line", "add-line", "line"},
                                        {"tool.area", "add-polygon", "area"},
                                        {"tool.hole", "add-hole", "hole"},
                                        {"tool.reshape", "reshape", "reshape"}}};
constexpr std::array<Button, 3> kSteps{{{"undo", "undo", ""}, {"redo", "redo", ""}, {"save", "save", ""}}};

bool is_enabled(const Model& model, std::string_view action) {
    const auto found = std::ranges::find(model.actions, action, &ActionInfo::id);
    return found != model.actions.end() && found->is_enabled;
}

/// What undo and redo would do, with their keys.
std::string tip_of(const Frame& frame, const Model& model, std::string_view action) {
    std::string tip = action_tip(frame, model, action);
    const EditingModel& editing = *model.editing;
    if (action == "undo" && !editing.next_undo.empty()) tip += "\n" + editing.next_undo;
    if (action == "redo" && !editing.next_redo.empty()) tip += "\n" + editing.next_redo;
    return tip;
}

/// Why layers of the map can only be looked at, one a line.
std::string read_only_tip(const EditingModel& editing) {
    constexpr std::size_t kMost = 6;
    std::string tip;
    for (std::size_t i = 0; i < std::min(kMost, editing.read_only.size()); ++i)
        tip += (i > 0 ? "\n" : "") + editing.read_only[i].reason;
    return editing.read_only.size() > kMost ? tip + "\n…" : tip;
}

void draw_button(Frame& frame, const Model& model, const Button& button, const Rect& area,
                 Commands& commands) {
    const Palette& colors = frame.canvas.colors();
    const std::string id{button.action}, icon{button.icon};
    const bool is_lit = !button.tool.empty() && model.editing->tool == button.tool;
    if (!is_enabled(model, button.action) && !is_lit)
        return frame.canvas.icon(icon, area.center(), 16, colors.secondary_text.with_alpha(0.4));
    if (is_lit) frame.canvas.fill(area, colors.accent, frame.px(Measures::kSmallRadius));
    const auto ink = is_lit ? std::optional{colors.on_accent} : std::nullopt;
    if (icon_button(frame, id, icon, area, ink, tip_of(frame, model, button.action)))
        commands.emplace_back(RunAction{id});
}

/// Draws the strip from top to bottom.
class Strip {
public:
    Strip(Frame& frame, const Model& model, EditBarState& state, const Rect& area)
        : frame_{frame}, editing_{*model.editing}, state_{state}, area_{area}, y_{area.top} {}

    void target() {
        const auto chosen = std::ranges::find(editing_.targets, editing_.target, &EditTarget::source);
        if (chosen == editing_.targets.end()) return;
        const Rect row = next_row();
        const Palette& colors = frame_.canvas.colors();
        frame_.canvas.fill(row, colors.chip, frame_.px(Measures::kSmallRadius));
        const Press press = pressable(frame_, "target", row);
        if (press.is_clicked) state_.is_list_open = !state_.is_list_open;
        const float left = row.left + frame_.px(10);
        const std::string text = frame_.tr("draw.target", fmt::arg("layer", chosen->title));
        frame_.canvas.text(
            TextStyle::Body, left, row.center().y, colors.text,
            frame_.canvas.metrics().shortened(TextStyle::Body, text, row.right() - frame_.px(30) - left));
        frame_.canvas.icon(state_.is_list_open ? "chevron-up" : "chevron-down",
                           {row.right() - frame_.px(16), row.center().y}, 14, colors.secondary_text);
        if (state_.is_list_open) list();
    }

    void coordinates() {
        const Rect row = next_row();
        const auto field = text_field(frame_, "coordinates", row, state_.coordinates, state_.has_keyboard,
                                      frame_.tr("draw.coordinates"));
        if (field.is_clicked) state_.has_keyboard = true;
        if (!editing_.fault.empty() && !state_.coordinates.text().empty())
            lines(editing_.fault, frame_.canvas.colors().error);
        if (!state_.has_keyboard) return;
        frame_.widgets.claim_keyboard(false);
        const auto& pressed = frame_.widgets.keys().pressed;
        if (!pressed) return;
        if (pressed->key == PressedKey::Escape) state_.has_keyboard = false;
        if (pressed->key == PressedKey::Enter && !state_.coordinates.text().empty())
            commands_.emplace_back(EnterCoordinates{state_.coordinates.text()});
    }

    void lines(std::string_view text, Rgba color) {
        const auto broken = break_lines(frame_.canvas.metrics(), TextStyle::Small, text, area_.width);
        y_ += draw_lines(frame_, TextStyle::Small, broken, {area_.left, y_}, frame_.px(kHintLine), color);
    }

    [[nodiscard]] Commands take_commands() { return std::move(commands_); }

private:
    Rect next_row() {
        const Rect row{area_.left, y_, area_.width, frame_.px(kRow)};
        y_ = row.bottom() + frame_.px(kRowGap);
        return row;
    }

    void list() {
        y_ -= frame_.px(kRowGap);
        for (const EditTarget& target : editing_.targets) {
            const Rect row{area_.left, y_, area_.width, frame_.px(kRow)};
            const bool is_chosen = target.source == editing_.target;
            if (pressable(frame_, "target " + std::to_string(target.source), row).is_clicked) {
                state_.is_list_open = false;
                commands_.emplace_back(ChooseEditTarget{target.source});
            }
            const Palette& colors = frame_.canvas.colors();
            const float left = row.left + frame_.px(10);
            frame_.canvas.text(TextStyle::Body, left, row.center().y, is_chosen ? colors.accent : colors.text,
                               frame_.canvas.metrics().shortened(TextStyle::Body, target.title,
                                                                 row.right() - frame_.px(30) - left));
            if (is_chosen)
                frame_.canvas.icon("check", {row.right() - frame_.px(16), row.center().y}, 14, colors.accent);
            y_ = row.bottom();
        }
        y_ += frame_.px(kRowGap);
    }

    Frame& frame_;
    const EditingModel& editing_;
    EditBarState& state_;
    Rect area_;
    float y_;
    Commands commands_;
};

bool has_target(const EditingModel& editing) {
    return editing.tool == "point" || editing.tool == "line" || editing.tool == "area";
}

bool has_coordinates(const EditingModel& editing) {
    return has_target(editing) || editing.tool == "hole";
}

float strip_height(const Frame& frame, const EditingModel& editing, const EditBarState& state,
                   std::string_view hint) {
    const float width = frame.px(kStripWidth - 2 * kStripPadding);
    const auto height_of = [&](std::string_view text) {
        return frame.px(kHintLine) *
               static_cast<float>(break_lines(frame.canvas.metrics(), TextStyle::Small, text, width).size());
    };
    float height = 2 * frame.px(kStripPadding) + height_of(hint);
    if (has_target(editing)) height += frame.px(kRow + kRowGap);
    if (has_target(editing) && state.is_list_open)
        height += frame.px(kRow) * static_cast<float>(editing.targets.size());
    if (!has_coordinates(editing)) return height;
    height += frame.px(kRow + kRowGap);
    const bool has_fault = !editing.fault.empty() && !state.coordinates.text().empty();
    return height + (has_fault ? height_of(editing.fault) : 0);
}

}  // namespace

Point edit_bar_size(const Frame& frame, const Model& model) {
    if (!model.editing || (model.editing->targets.empty() && model.editing->read_only.empty())) return {};
    const std::size_t locks = model.editing->read_only.empty() ? 0 : 1;
    const auto buttons = static_cast<float>(kTools.size() + kSteps.size() + locks);
    return {buttons * frame.px(kButton) + 2 * frame.px(kPadding) + frame.px(kGap),
            frame.px(kButton) + 2 * frame.px(kPadding)};
}

Commands draw_edit_bar(Frame& frame, const Model& model, const Rect& box) {
    const PanelScope scope{frame, "edit bar", box, floating(frame)};
    frame.canvas.panel(box);
    Commands commands;
    const float side = frame.px(kButton);
    Rect area{box.left + frame.px(kPadding), box.top + frame.px(kPadding), side, side};
    for (const Button& button : kTools) {
        draw_button(frame, model, button, area, commands);
        area = area.moved(side, 0);
    }
    const float x = area.left + frame.px(kGap / 2);
    frame.canvas.line({x, area.top + frame.px(4)}, {x, area.bottom() - frame.px(4)},
                      frame.canvas.colors().border, frame.px(1));
    area = area.moved(frame.px(kGap), 0);
    for (const Button& button : kSteps) {
        draw_button(frame, model, button, area, commands);
        area = area.moved(side, 0);
    }
    if (!model.editing->read_only.empty())
        static_cast<void>(
            icon_button(frame, "read only", "lock", area, std::nullopt, read_only_tip(*model.editing)));
    return commands;
}

Commands draw_edit_strip(Frame& frame, const Model& model, Point upper_right, EditBarState& state) {
    const EditingModel& editing = *model.editing;
    // What was typed has been taken, or the hand is at the map again.
    if (state.tool != editing.tool || state.vertices != editing.vertices)
        state = {editing.tool, editing.vertices, false, false, TextEdit{}};
    if (editing.tool.empty()) return {};
    const std::string hint = frame.tr.word("draw.hint", editing.tool);
    const float height = strip_height(frame, editing, state, hint);
    const float width = frame.px(kStripWidth);
    const Rect box{upper_right.x - width, upper_right.y, width, height};
    const PanelScope scope{frame, "edit strip", box, floating(frame, true)};
    frame.canvas.panel(box);
    Strip strip{frame, model, state, box.grown(-frame.px(kStripPadding))};
    if (has_target(editing)) strip.target();
    if (has_coordinates(editing)) strip.coordinates();
    strip.lines(hint, frame.canvas.colors().secondary_text);
    return strip.take_commands();
}

}  // namespace jinsha::ui
