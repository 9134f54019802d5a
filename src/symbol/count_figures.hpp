#pragma once

#include <cairo.h>

#include <cstdint>
#include <string>

namespace jinsha::symbol {

/// A count in at most four characters: "7", "1250", then "12k", "3M".
[[nodiscard]] std::string short_count(std::uint64_t count);

/// Adds figures (0 to 9, k, M) to the context's path, drawn for this project as lines of one weight with
/// round ends, to be stroked: clusters need no font. The middle of the figures is at (0, 0).
/// @param height  of the figures between the middles of their lines
void add_figures(cairo_t* context, const std::string& figures, double height);

/// How wide add_figures draws, between the middles of the outermost lines.
[[nodiscard]] double figures_width(const std::string& figures, double height) noexcept;

}  // namespace jinsha::symbol
