#pragma once

#include "style/style_value.hpp"
#include "style/value.hpp"

#include <optional>
#include <string>

namespace jinsha::style {

// What values of other kinds can be read as; none when they cannot.

/// As ECMAScript's ToNumber, but null is 0 and NaN is none.
[[nodiscard]] std::optional<double> to_number(const Value& value);
/// One, two, three or four numbers in the order of CSS: all; vertical, horizontal; top, horizontal, bottom;
/// top, right, bottom, left.
[[nodiscard]] std::optional<Padding> to_padding(const Value& value);
[[nodiscard]] std::optional<NumberArray> to_number_array(const Value& value);
[[nodiscard]] std::optional<ColorArray> to_color_array(const Value& value);
/// ["top", [0, 1], "left", [2, 0]]
[[nodiscard]] std::optional<VariableAnchorOffsets> to_anchor_offsets(const Value& value);
[[nodiscard]] std::optional<ProjectionDefinition> to_projection(const Value& value);

/// Says what is wrong with colour parts of which red, green and blue should be from 0 to 255 and alpha, when
/// there are four, from 0 to 1; none when they are fine.
[[nodiscard]] std::optional<std::string> rgba_fault(const Array& parts);

}  // namespace jinsha::style
