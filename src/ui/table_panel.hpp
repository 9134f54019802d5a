#pragma once

#include "ui/frame.hpp"
#include "ui/table_model.hpp"
#include "ui/text_edit.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace jinsha::ui {

/// What the table remembers while it is open.
struct TableState {
    enum class Keyboard { None, Rows, Filter };  // who has it
    std::string title;                           // of the table that this belongs to
    TextEdit filter_edit{};
    Keyboard keyboard{Keyboard::None};
    bool is_folded{};
    float height_css_px{280};
    float across_px{};                       // how far the columns are scrolled to the left
    std::optional<float> grabbed_across_px;  // of the lower bar's thumb, while it is held
    std::optional<std::size_t> clicked;      // row, for a double click
    double clicked_at_s{};
    std::size_t revealed_column{};
    std::size_t column{};  // of the cell that Enter opens
    struct Cell {
        std::size_t row{}, column{};
        TextEdit edit{};
        std::string begun{};   // what stood there
        std::size_t choice{};  // the one in focus
        Rect area{}, choices_area{};
    };
    std::optional<Cell> cell;  // that is open

    /// All but the height, which the user gave to every table.
    void begin(const TableModel& table);
};

/// What it takes of the window's height.
[[nodiscard]] float table_height(const Frame& frame, const TableState& state);

/// The table of a layer along the bottom of the window.
[[nodiscard]] Commands draw_table(Frame& frame, const TableModel& table, const Rect& box, TableState& state);

}  // namespace jinsha::ui
