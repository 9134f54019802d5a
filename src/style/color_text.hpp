#pragma once

#include "style/color.hpp"

#include <optional>
#include <string_view>

namespace jinsha::style {

/// Reads a CSS colour: "#rgb", "#rrggbb" and the two with alpha, rgb(), rgba(), hsl(), hsla() in the notation
/// with commas and in that with spaces and a slash (CSS Color 4), the named colours and "transparent". Upper
/// and lower case are the same. None when it is no colour.
[[nodiscard]] std::optional<Color> parse_color(std::string_view text);

/// A named colour of CSS as 0xRRGGBB; `name` in lower case.
[[nodiscard]] std::optional<unsigned> named_color(std::string_view name);

}  // namespace jinsha::style
