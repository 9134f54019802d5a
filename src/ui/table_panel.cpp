#include "ui/table_panel.hpp"

#include "ui/numbers.hpp"
#include "ui/parts.hpp"
#include "ui/table_cell.hpp"
#include "ui/table_grid.hpp"
#include "ui/text_field.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>

namespace jinsha::ui {
namespace {

using Keyboard = TableState::Keyboard;

constexpr float kHeader = 44;
constexpr float kPadding = 14;
constexpr float kButton = 28;
constexpr float kFilterWidth = 240;
constexpr float kGrip = 6;  // of the upper edge, by which the height is changed
constexpr float kLowest = 150;
constexpr float kHighestShare = 0.6F;  // of the window
constexpr double kDoubleClickSeconds = 0.4;

double now_s() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Where a key leads from `at` in a list of `count` rows, `page` of which are seen; none: it does not move.
std::optional<std::size_t> moved(PressedKey key, std::optional<std::size_t> at, std::size_t count,
                                 std::size_t page) {
    if (count == 0) return std::nullopt;
    const std::size_t last = count - 1;
    switch (key) {
        case PressedKey::Home:
            return 0;
        case PressedKey::End:
            return last;
        case PressedKey::Up:
            return at ? *at - std::min<std::size_t>(*at, 1) : last;
        case PressedKey::Down:
            return at ? std::min(*at + 1, last) : 0;
        case PressedKey::PageUp:
            return at ? *at - std::min(*at, page) : 0;
        case PressedKey::PageDown:
            return at ? std::min(*at + page, last) : 0;
        default:
            return std::nullopt;
    }
}

/// Draws the panel's parts; holds what they share.
class TablePanel {
public:
    TablePanel(Frame& frame, const TableModel& table, const Rect& box, TableState& state)
        : frame_{frame}, table_{table}, box_{box}, state_{state}, colors_{frame.canvas.colors()} {}

    Commands draw() {
        const PanelScope scope{frame_, "table", box_, floating(frame_, true)};
        frame_.canvas.panel(box_);
        const Rect header{box_.left, box_.top, box_.width, frame_.px(kHeader)};
        const Rect grid{box_.left + frame_.px(1), header.bottom(), box_.width - frame_.px(2),
                        box_.height - header.height - frame_.px(4)};
        take_clicks_elsewhere();
        const bool had_cell = state_.cell.has_value();
        if (had_cell) frame_.widgets.claim_keyboard(true);
        if (!had_cell) take_keys(rows_seen(frame_, grid));
        draw_header(header);
        if (!state_.is_folded) {
            draw_grip();
            draw_content(grid);
        }
        if (had_cell) append(take_cell_keys(frame_, table_, state_));
        return std::move(commands_);
    }

private:
    void append(Commands more) { std::ranges::move(more, std::back_inserter(commands_)); }

    /// Who presses the mouse outside of the table takes the keyboard away from it.
    void take_clicks_elsewhere() {
        const ImGuiIO& io = ImGui::GetIO();
        if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !box_.contains({io.MousePos.x, io.MousePos.y}))
            state_.keyboard = Keyboard::None;
    }

    void take_keys(std::size_t page) {
        if (state_.keyboard == Keyboard::Filter) frame_.widgets.claim_keyboard(false);
        if (state_.keyboard == Keyboard::Rows) frame_.widgets.claim_motion();
        const auto& pressed = frame_.widgets.keys().pressed;
        if (state_.keyboard == Keyboard::None || !pressed || !pressed->is_down) return;
        if (pressed->key == PressedKey::Escape) {
            state_.keyboard = state_.keyboard == Keyboard::Filter ? Keyboard::Rows : Keyboard::None;
        } else if (state_.keyboard == Keyboard::Filter) {
            const bool leads_to_rows = pressed->key == PressedKey::Down || pressed->key == PressedKey::Enter;
            if (leads_to_rows) state_.keyboard = Keyboard::Rows;
            if (leads_to_rows && !table_.cursor) go_to(moved(PressedKey::Down, std::nullopt, count(), page));
        } else if (pressed->key == PressedKey::Enter && table_.cursor) {
            open_cell(*table_.cursor);
        } else {
            move_sideways(pressed->key);
            go_to(moved(pressed->key, table_.cursor, count(), page));
        }
    }

    [[nodiscard]] std::size_t count() const { return table_.rows->size(); }

    /// Opens the cell to be written in; where nothing can be changed the map flies there.
    void open_cell(std::size_t row) {
        if (!table_.fields)
            return static_cast<void>(commands_.emplace_back(ZoomToFeature{table_.rows->feature(row)}));
        begin_cell(state_, table_, row, state_.column);
        frame_.widgets.draw_again();
    }

    void move_sideways(PressedKey key) {
        if (key == PressedKey::Left && state_.column > 0) --state_.column;
        if (key == PressedKey::Right && state_.column + 1 < table_.columns.size()) ++state_.column;
        frame_.widgets.draw_again();
    }

    void go_to(std::optional<std::size_t> row) {
        if (row && row != table_.cursor) commands_.emplace_back(PickFeature{table_.rows->feature(*row)});
    }

    void draw_header(const Rect& area) {
        const float side = frame_.px(kButton);
        const float middle = area.center().y;
        const auto tr = [&](std::string_view key) { return frame_.tr(key); };
        Rect button{area.right() - frame_.px(8) - side, middle - side / 2, side, side};
        if (icon_button(frame_, "close", "close", button, std::nullopt, tr("table.close")))
            commands_.emplace_back(ask_table(CloseTable{}));
        button = button.moved(-side, 0);
        const bool is_folded = state_.is_folded;
        if (icon_button(frame_, "fold", is_folded ? "chevron-up" : "chevron-down", button, std::nullopt,
                        tr(is_folded ? "table.unfold" : "table.fold")))
            state_.is_folded = !is_folded;
        float right = button.left - frame_.px(8);
        if (!is_folded) right = draw_filter(right, middle) - frame_.px(12);
        draw_title(area.left + frame_.px(kPadding), right, middle);
    }

    void draw_title(float left, float right, float middle) {
        const TextMetrics& metrics = frame_.canvas.metrics();
        const float width =
            frame_.canvas.text(TextStyle::Title, left, middle, colors_.text,
                               metrics.shortened(TextStyle::Title, table_.title, right - left));
        const float rest = left + width + frame_.px(10);
        if (rest >= right) return;
        frame_.canvas.text(TextStyle::Small, rest, middle, colors_.secondary_text,
                           metrics.shortened(TextStyle::Small, count_text(), right - rest));
    }

    [[nodiscard]] std::string count_text() const {
        if (table_.is_arranging) return std::string{frame_.tr("table.arranging")};
        const std::string total = grouped(static_cast<double>(table_.total));
        if (table_.filter.empty()) return frame_.tr("table.count", fmt::arg("total", total));
        return frame_.tr("table.found", fmt::arg("count", grouped(static_cast<double>(count()))),
                         fmt::arg("total", total));
    }

    /// Returns its left end.
    float draw_filter(float right, float middle) {
        const float width = std::min(frame_.px(kFilterWidth), box_.width / 3);
        const float height = frame_.px(Measures::kRow);
        const Rect area{right - width, middle - height / 2, width, height};
        const auto result = text_field(frame_, "filter", area, state_.filter_edit,
                                       state_.keyboard == Keyboard::Filter, frame_.tr("table.filter"));
        if (result.is_clicked) state_.keyboard = Keyboard::Filter;
        if (result.is_changed) commands_.emplace_back(ask_table(FilterTable{state_.filter_edit.text()}));
        if (state_.filter_edit.text().empty()) return area.left;
        const Rect clear{area.right() - height, area.top, height, height};
        if (icon_button(frame_, "clear", "close", clear, std::nullopt, frame_.tr("table.clear"))) {
            state_.filter_edit = TextEdit{};
            commands_.emplace_back(ask_table(FilterTable{}));
        }
        return area.left;
    }

    void draw_grip() {
        const Rect grip{box_.left, box_.top, box_.width, frame_.px(kGrip)};
        const Press press = frame_.widgets.press_pointer("grip", grip);
        const Rect mark{std::round(box_.center().x - frame_.px(18)), box_.top + frame_.px(4), frame_.px(36),
                        frame_.px(3)};
        const double warmth = press.is_held ? 1 : press.warmth;
        if (warmth > 0) frame_.canvas.fill(mark, colors_.accent.with_alpha(0.7 * warmth), mark.height / 2);
        if (!press.is_held) return;
        const float one = frame_.px(100) / 100;
        state_.height_css_px = (box_.bottom() - ImGui::GetIO().MousePos.y) / one;
    }

    void draw_content(const Rect& area) {
        if (table_.columns.empty() || (count() == 0 && !table_.is_arranging)) {
            const bool is_filtered = !table_.filter.empty() && !table_.columns.empty();
            frame_.canvas.text_centered(TextStyle::Body, area.center(), colors_.secondary_text,
                                        frame_.tr(is_filtered ? "table.nothing_found" : "table.empty"));
            return;
        }
        const GridAnswer answer = draw_grid(frame_, table_, area, state_);
        if (answer.sorted) commands_.emplace_back(ask_table(SortTable{*answer.sorted}));
        if (answer.column) state_.column = state_.revealed_column = *answer.column;
        if (answer.clicked) click(*answer.clicked);
    }

    void click(std::size_t row) {
        state_.keyboard = Keyboard::Rows;
        const double now = now_s();
        const bool is_double = state_.clicked == row && now - state_.clicked_at_s <= kDoubleClickSeconds;
        state_.clicked = is_double ? std::nullopt : std::optional{row};
        state_.clicked_at_s = now;
        const map::FeatureKey feature = table_.rows->feature(row);
        is_double ? commands_.emplace_back(ZoomToFeature{feature})
                  : commands_.emplace_back(PickFeature{feature});
    }

    Frame& frame_;
    const TableModel& table_;
    Rect box_;
    TableState& state_;
    const Palette& colors_;
    Commands commands_;
};

}  // namespace

void TableState::begin(const TableModel& table) {
    const float height = height_css_px;
    *this = {};
    height_css_px = height;
    title = table.title;
    filter_edit = TextEdit{table.filter};
}

float table_height(const Frame& frame, const TableState& state) {
    if (state.is_folded) return frame.px(kHeader);
    const float highest = frame.window.height * kHighestShare;
    return std::min(highest, std::max(frame.px(kLowest), frame.px(state.height_css_px)));
}

Commands draw_table(Frame& frame, const TableModel& table, const Rect& box, TableState& state) {
    if (state.title != table.title) state.begin(table);
    if (state.cell && (!table.fields || state.cell->row >= table.rows->size())) state.cell.reset();
    Commands commands = TablePanel{frame, table, box, state}.draw();
    std::ranges::move(draw_cell_choices(frame, table, state), std::back_inserter(commands));
    return commands;
}

}  // namespace jinsha::ui
