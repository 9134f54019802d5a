#include "ui/table_cell.hpp"

#include "ui/form_choices.hpp"
#include "ui/form_rules.hpp"
#include "ui/parts.hpp"
#include "ui/text_field.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace jinsha::ui {
namespace {

constexpr float kChoicesWidth = 280;
constexpr float kPadding = 12;

const FormField& field_of(const TableState& state, const TableModel& table) {
    return (*table.fields)[state.cell->column];
}

/// The field as it is in the row of the cell.
FormField filled_field(const TableState& state, const TableModel& table) {
    FormField field = field_of(state, table);
    field.text = state.cell->begun;
    return field;
}

std::string earlier_of(const TableState& state, const TableModel& table) {
    const std::string& name = field_of(state, table).not_before;
    const auto column = std::ranges::find(table.columns, name, &TableColumn::field);
    if (name.empty() || column == table.columns.end()) return {};
    return table.rows->cells(state.cell->row)[static_cast<std::size_t>(column - table.columns.begin())].value;
}

FieldFault fault(const TableState& state, const TableModel& table) {
    return fault_of(field_of(state, table), state.cell->edit.text(), earlier_of(state, table));
}

void set(const TableModel& table, TableState& state, const std::string& text, Commands& commands) {
    const map::FeatureKey feature = table.rows->feature(state.cell->row);
    if (text != state.cell->begun)
        commands.emplace_back(ask_form(SetField{feature, field_of(state, table).name, text}));
    state.cell.reset();
}

}  // namespace

void begin_cell(TableState& state, const TableModel& table, std::size_t row, std::size_t column) {
    if (!table.fields || column >= table.fields->size() || row >= table.rows->size()) return;
    const std::string value = table.rows->cells(row)[column].value;
    TableState::Cell cell{row, column, TextEdit{value}, value, 0, {}};
    cell.edit.select_all();
    const auto& choices = (*table.fields)[column].choices;
    const auto made = std::ranges::find(choices, value, &FormChoice::value);
    if (made != choices.end()) cell.choice = static_cast<std::size_t>(made - choices.begin());
    state.cell = std::move(cell);
}

bool is_cell_written(const TableState& state, const TableModel& table) {
    return state.cell && field_of(state, table).choices.empty();
}

void draw_cell_line(Frame& frame, const TableModel& table, const Rect& area, TableState& state) {
    const Palette& colors = frame.canvas.colors();
    frame.canvas.fill(area, colors.panel, frame.px(Measures::kSmallRadius));
    (void)text_field(frame, "cell", area, state.cell->edit, true);
    const FormField& field = field_of(state, table);
    const FieldFault found = fault(state, table);
    if (found == FieldFault::None) return;
    frame.canvas.outline(area, colors.error, frame.px(1.5F), frame.px(Measures::kSmallRadius));
    frame.tooltip = Tooltip{fault_text(frame.tr, field, found, earlier_of(state, table)), area};
}

Commands draw_cell_choices(Frame& frame, const TableModel& table, TableState& state) {
    Commands commands;
    if (!state.cell || is_cell_written(state, table)) return commands;
    const FormField field = filled_field(state, table);
    std::vector<std::size_t> all(field.choices.size());
    std::iota(all.begin(), all.end(), std::size_t{});
    const float padding = frame.px(kPadding);
    const float width = std::min(frame.px(kChoicesWidth), frame.window.width - 2 * padding);
    const ChoiceChips chips{field, all, width - 2 * padding};
    const float height = chips.height(frame) + 2 * padding;
    const Rect& cell = state.cell->area;
    const float left = std::clamp(cell.left, padding, frame.window.right() - padding - width);
    const Rect box{left, cell.top - frame.px(6) - height, width, height};
    const PanelScope scope{frame, "cell choices", box, floating(frame, true)};
    frame.canvas.panel(box);
    state.cell->choices_area = box;
    const ChoiceLook look{field.text, state.cell->choice};
    if (const auto pressed = chips.draw(frame, {box.left + padding, box.top + padding}, look))
        set(table, state, field.choices[*pressed].value, commands);
    return commands;
}

Commands take_cell_keys(Frame& frame, const TableModel& table, TableState& state) {
    Commands commands;
    if (!state.cell) return commands;
    const Widgets::Keys& keys = frame.widgets.keys();
    const bool is_written = is_cell_written(state, table);
    const bool is_faulty = is_written && fault(state, table) != FieldFault::None;
    const std::size_t row = state.cell->row;
    const std::size_t column = state.cell->column;
    const ImGuiIO& io = ImGui::GetIO();
    const Point pointer{io.MousePos.x, io.MousePos.y};
    const bool is_pressed_elsewhere = ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
                                      !state.cell->area.contains(pointer) &&
                                      !state.cell->choices_area.contains(pointer);
    const bool is_tab = keys.next || keys.previous;
    if (is_pressed_elsewhere || is_tab || keys.commit) {
        if (is_faulty) return commands;
        const std::string text = is_written ? state.cell->edit.text() : state.cell->begun;
        set(table, state, text, commands);
        if (is_tab && keys.next && column + 1 < table.columns.size()) state.column = column + 1;
        if (is_tab && keys.previous && column > 0) state.column = column - 1;
        if (is_tab) begin_cell(state, table, row, state.column);
        frame.widgets.draw_again();
        return commands;
    }
    if (!keys.pressed || !keys.pressed->is_down) return commands;
    const std::size_t count = field_of(state, table).choices.size();
    switch (keys.pressed->key) {
        case PressedKey::Escape:
            state.cell.reset();
            break;
        case PressedKey::Left:
            if (!is_written && state.cell->choice > 0) --state.cell->choice;
            break;
        case PressedKey::Right:
            if (!is_written && state.cell->choice + 1 < count) ++state.cell->choice;
            break;
        case PressedKey::Enter:
            if (is_faulty) break;
            set(table, state,
                is_written ? state.cell->edit.text()
                           : field_of(state, table).choices[state.cell->choice].value,
                commands);
            break;
        default:
            break;
    }
    frame.widgets.draw_again();
    return commands;
}

}  // namespace jinsha::ui
