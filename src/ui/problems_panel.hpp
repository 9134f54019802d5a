#pragma once

#include "ui/frame.hpp"

#include <span>

namespace jinsha::ui {

struct ProblemsResult {
    Commands commands;
    bool wants_close{};
};

/// All problems of the map: where, and what. They can be copied.
[[nodiscard]] ProblemsResult draw_problems(Frame& frame, std::span<const Problem> problems);

/// As they are copied: one a line, "where: message".
[[nodiscard]] std::string problems_text(std::span<const Problem> problems);

}  // namespace jinsha::ui
