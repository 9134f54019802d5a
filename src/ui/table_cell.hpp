#pragma once

#include "ui/frame.hpp"
#include "ui/table_model.hpp"
#include "ui/table_panel.hpp"

#include <cstddef>

/// A cell of the table that is being written in, or whose choices are open.
namespace jinsha::ui {

/// Nothing happens where the column cannot be changed.
void begin_cell(TableState& state, const TableModel& table, std::size_t row, std::size_t column);
/// Whether the cell is written in a line; else it has choices.
[[nodiscard]] bool is_cell_written(const TableState& state, const TableModel& table);

/// The line of a cell that is written, in the cell's own place.
void draw_cell_line(Frame& frame, const TableModel& table, const Rect& area, TableState& state);
/// The choices of a cell that has some, over the table; none otherwise. Not inside of a panel.
[[nodiscard]] Commands draw_cell_choices(Frame& frame, const TableModel& table, TableState& state);

/// What Enter, Tab, Esc and a press elsewhere mean to the open cell; after it was drawn.
[[nodiscard]] Commands take_cell_keys(Frame& frame, const TableModel& table, TableState& state);

}  // namespace jinsha::ui
