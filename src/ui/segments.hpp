#pragma once

#include "ui/frame.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace jinsha::ui {

/// Options side by side, one of which is chosen. Returns the one that was pressed.
[[nodiscard]] std::optional<std::size_t> segments(Frame& frame, const std::string& id, const Rect& area,
                                                  std::span<const std::string> labels, std::size_t chosen);
/// What they would like to have.
[[nodiscard]] float segments_width(const Frame& frame, std::span<const std::string> labels);

}  // namespace jinsha::ui
