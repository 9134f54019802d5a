#pragma once

#include "ui/frame.hpp"
#include "ui/table_model.hpp"
#include "ui/table_panel.hpp"

#include <cstddef>
#include <optional>

/// Columns and rows of the table, of which only what is seen is drawn.
namespace jinsha::ui {

struct GridAnswer {
    std::optional<std::size_t> sorted;   // the column whose heading was pressed
    std::optional<std::size_t> clicked;  // row
    std::optional<std::size_t> column;   // that was clicked there
};

/// How many rows `area` shows whole.
[[nodiscard]] std::size_t rows_seen(const Frame& frame, const Rect& area);

/// Headings, rows and scroll bars. The first column stays in sight when the others are scrolled.
[[nodiscard]] GridAnswer draw_grid(Frame& frame, const TableModel& table, const Rect& area,
                                   TableState& state);

}  // namespace jinsha::ui
