#include "ui/table_grid.hpp"

#include "ui/card_chips.hpp"
#include "ui/parts.hpp"
#include "ui/table_cell.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace jinsha::ui {
namespace {

constexpr float kHeading = 30;
constexpr float kCellPadding = 10;
constexpr float kEdge = 8;     // left and right of the rows
constexpr float kBar = 14;     // of both scroll bars
constexpr float kSign = 18;    // icon of a theme, ring of a phase
constexpr float kAcross = 60;  // that a notch of the wheel scrolls sideways

/// Where the columns stand.
class Grid {
public:
    Grid(Frame& frame, const TableModel& table, const Rect& area, TableState& state)
        : frame_{frame}, table_{table}, state_{state}, colors_{frame.canvas.colors()} {
        const float heading = frame.px(kHeading);
        headings_ = {area.left, area.top, area.width, heading};
        for (const TableColumn& column : table.columns) widths_.push_back(width_of(column));
        for (std::size_t i = 1; i < widths_.size(); ++i) content_ += widths_[i];
        const float first = widths_.empty() ? 0 : widths_.front();
        room_ = area.width - 2 * frame.px(kEdge) - first;
        const float bar = hidden() > 0 ? frame.px(kBar) : 0;
        rows_ = {area.left, area.top + heading, area.width, area.height - heading - bar};
        bar_ = {area.left + frame.px(kEdge) + first, rows_.bottom(), room_, bar};
        first_ = {area.left + frame.px(kEdge), area.top, first, area.height - bar};
        others_ = {first_.right(), area.top, room_, area.height - bar};
    }

    GridAnswer draw() {
        reveal_column();
        scroll_across();
        draw_headings();
        draw_rows();
        draw_bar();
        return answer_;
    }

private:
    [[nodiscard]] float width_of(const TableColumn& column) const {
        const float em = frame_.canvas.metrics().em(TextStyle::Body);
        const float sign = has_sign(column) ? frame_.px(kSign) : 0;
        const float heading = frame_.width(TextStyle::Small, heading_of(column)) + frame_.px(16);
        return std::ceil(std::max(column.width_em * em + sign, heading) + 2 * frame_.px(kCellPadding));
    }
    static bool has_sign(const TableColumn& column) {
        return column.kind == TableColumn::Kind::Theme || column.kind == TableColumn::Kind::Phase;
    }
    [[nodiscard]] std::string heading_of(const TableColumn& column) const {
        if (column.unit.empty()) return column.label;
        return frame_.tr("table.unit", fmt::arg("label", column.label), fmt::arg("unit", column.unit));
    }
    [[nodiscard]] float hidden() const { return std::max(0.0F, content_ - room_); }

    /// Scrolls as far as needed to show the column of the cell that Enter opens, when it is another one.
    void reveal_column() {
        if (state_.column == state_.revealed_column || state_.column >= widths_.size()) return;
        state_.revealed_column = state_.column;
        if (state_.column == 0) return;
        float left = 0;
        for (std::size_t i = 1; i < state_.column; ++i) left += widths_[i];
        const float right = left + widths_[state_.column];
        state_.across_px = std::min(std::max(state_.across_px, right - room_), left);
    }

    void scroll_across() {
        ImGuiIO& io = ImGui::GetIO();
        const Point pointer{io.MousePos.x, io.MousePos.y};
        const bool is_over = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
        const bool is_sideways =
            headings_.contains(pointer) || bar_.contains(pointer) || (io.KeyShift && rows_.contains(pointer));
        if (is_over && is_sideways && io.MouseWheel != 0) {
            state_.across_px -= io.MouseWheel * frame_.px(kAcross);
            io.MouseWheel = 0;  // it has been used
        }
        state_.across_px = std::round(std::clamp(state_.across_px, 0.0F, hidden()));
    }

    /// Calls `draw` with each column that is seen and its left edge, clipped to the columns' part.
    template <class Draw>
    void for_columns(const Draw& draw) {
        frame_.canvas.begin_clip(others_);
        float left = others_.left - state_.across_px;
        for (std::size_t i = 1; i < widths_.size(); ++i) {
            if (left + widths_[i] > others_.left && left < others_.right()) draw(i, left);
            left += widths_[i];
        }
        frame_.canvas.end_clip();
        if (!widths_.empty()) draw(0, first_.left);
    }

    void draw_headings() {
        frame_.widgets.see_only(others_);
        for_columns([&](std::size_t i, float left) {
            if (i == 0) frame_.widgets.see_all();
            draw_heading(i, {left, headings_.top, widths_[i], headings_.height});
        });
        frame_.canvas.separator(headings_.left + frame_.px(1), headings_.right() - frame_.px(1),
                                headings_.bottom());
    }

    void draw_heading(std::size_t i, const Rect& area) {
        const TableColumn& column = table_.columns[i];
        if (pressable(frame_, "heading " + column.field, area.grown(-frame_.px(2))).is_clicked)
            answer_.sorted = i;
        const std::string text = heading_of(column);
        const bool is_sorted = table_.order && table_.order->column == i;
        const Rgba color = is_sorted ? colors_.accent : colors_.secondary_text;
        const float width = frame_.width(TextStyle::Small, text);
        const bool is_number = column.kind == TableColumn::Kind::Number;
        const float padding = frame_.px(kCellPadding);
        const float left = is_number ? area.right() - padding - width : area.left + padding;
        frame_.canvas.text(TextStyle::Small, left, area.center().y, color, text);
        if (!is_sorted) return;
        const float sign = is_number ? left - frame_.px(10) : left + width + frame_.px(10);
        frame_.canvas.icon(table_.order->is_descending ? "chevron-down" : "chevron-up",
                           {sign, area.center().y}, 10, color);
    }

    void draw_rows() {
        const TableRows& rows = *table_.rows;
        const float height = frame_.px(Measures::kRow);
        const std::string id = "rows of " + table_.title;
        if (table_.cursor)
            frame_.widgets.reveal(id, static_cast<float>(*table_.cursor) * height, height, rows_.height);
        const auto scroll =
            frame_.widgets.scroll(id, rows_, static_cast<float>(rows.size()) * height, height);
        const auto first = static_cast<std::size_t>(scroll.offset_px / height);
        const std::size_t end =
            std::min(rows.size(), first + static_cast<std::size_t>(rows_.height / height) + 2);
        frame_.canvas.begin_clip(rows_);
        frame_.widgets.see_only(rows_);
        for (std::size_t i = first; i < end; ++i) {
            const float top = rows_.top + static_cast<float>(i) * height - scroll.offset_px;
            draw_row(i, {rows_.left + frame_.px(kEdge) / 2, top, rows_.width - frame_.px(kEdge), height});
        }
        frame_.widgets.see_all();
        draw_scroll_bar(frame_, scroll);
        frame_.canvas.end_clip();
    }

    void draw_row(std::size_t row, const Rect& area) {
        const float radius = frame_.px(Measures::kSmallRadius);
        const bool is_chosen = table_.cursor == row;
        const Press press = frame_.widgets.press_pointer("row " + std::to_string(row), area);
        if (press.is_clicked) answer_.clicked = row;
        const float x = ImGui::GetIO().MousePos.x;
        if (is_chosen) {
            frame_.canvas.fill(area, colors_.accent.with_alpha(0.16), radius);
            if (state_.keyboard == TableState::Keyboard::Rows)
                frame_.canvas.outline(area, colors_.accent.with_alpha(0.5), frame_.px(1), radius);
        } else if (press.warmth > 0) {
            frame_.canvas.fill(area, colors_.hover.with_alpha(press.warmth), radius);
        }
        const std::vector<TableCell> cells = table_.rows->cells(row);
        for_columns([&](std::size_t i, float left) {
            const Rect cell{left, area.top, widths_[i], area.height};
            const bool is_under = x >= left && x < left + widths_[i] && (i == 0 || x >= others_.left);
            if (press.is_clicked && is_under) answer_.column = i;
            if (state_.cell && state_.cell->row == row && state_.cell->column == i) {
                state_.cell->area = cell;
                if (is_cell_written(state_, table_)) return draw_cell_line(frame_, table_, cell, state_);
            }
            draw_cell(table_.columns[i], cells[i], cell);
            const bool is_next = is_chosen && state_.column == i && table_.fields &&
                                 state_.keyboard == TableState::Keyboard::Rows;
            if (is_next)
                frame_.canvas.outline(cell.grown(-frame_.px(1)), colors_.accent, frame_.px(1.5F), radius);
        });
    }

    void draw_cell(const TableColumn& column, const TableCell& cell, const Rect& area) {
        const float padding = frame_.px(kCellPadding);
        const float middle = area.center().y;
        float left = area.left + padding;
        if (cell.text.empty()) return;
        if (has_sign(column)) {
            draw_sign(column, cell.value, {left + frame_.px(6), middle});
            left += frame_.px(kSign);
        }
        const std::string text =
            frame_.canvas.metrics().shortened(TextStyle::Body, cell.text, area.right() - padding - left);
        if (column.kind == TableColumn::Kind::Number) {
            frame_.canvas.text_to_right(TextStyle::Body, area.right() - padding, middle, colors_.text, text);
        } else {
            frame_.canvas.text(TextStyle::Body, left, middle, colors_.text, text);
        }
    }

    void draw_sign(const TableColumn& column, const std::string& value, Point center) {
        if (column.kind == TableColumn::Kind::Phase) return draw_phase_ring(frame_, value, center);
        const auto color = theme_color(value);
        if (!color) return;
        frame_.canvas.circle(center, frame_.px(7), *color);
        frame_.canvas.icon("theme-" + value, center, 10, rgb(0xFFFFFF));
    }

    /// What the columns are scrolled sideways with.
    void draw_bar() {
        if (hidden() <= 0) return;
        const float thumb = std::max(frame_.px(28), bar_.width * room_ / content_);
        const float way = bar_.width - thumb;
        const ImGuiIO& io = ImGui::GetIO();
        const Press press = frame_.widgets.press_pointer("across", bar_);
        if (press.is_held && way > 0) {
            const float at = bar_.left + way * state_.across_px / hidden();
            const float x = io.MousePos.x;
            if (!state_.grabbed_across_px) {
                const bool is_on_thumb = x >= at && x < at + thumb;
                state_.grabbed_across_px = is_on_thumb ? x - at : thumb / 2;
            }
            state_.across_px = std::round(
                std::clamp((x - *state_.grabbed_across_px - bar_.left) / way, 0.0F, 1.0F) * hidden());
        } else {
            state_.grabbed_across_px.reset();
        }
        const float width = frame_.px(press.is_held || press.is_hovered ? 6 : 4);
        const float left = bar_.left + (way > 0 ? way * state_.across_px / hidden() : 0);
        frame_.canvas.fill({left, std::round(bar_.center().y - width / 2), thumb, width},
                           colors_.secondary_text.with_alpha(press.is_held ? 0.7 : 0.45), width / 2);
    }

    Frame& frame_;
    const TableModel& table_;
    TableState& state_;
    const Palette& colors_;
    std::vector<float> widths_;
    float content_{}, room_{};  // of all columns but the first
    Rect headings_, rows_, bar_, first_, others_;
    GridAnswer answer_;
};

}  // namespace

std::size_t rows_seen(const Frame& frame, const Rect& area) {
    return static_cast<std::size_t>(
        std::max(1.0F, (area.height - frame.px(kHeading) - frame.px(kBar)) / frame.px(Measures::kRow)));
}

GridAnswer draw_grid(Frame& frame, const TableModel& table, const Rect& area, TableState& state) {
    return Grid{frame, table, area, state}.draw();
}

}  // namespace jinsha::ui
