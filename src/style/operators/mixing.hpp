#pragma once

#include "style/color_space.hpp"
#include "style/expression/type.hpp"

#include <tl/expected.hpp>

#include <string>

namespace jinsha::style {

/// Whether there is something between two values of this type: numbers, arrays of a known number of them,
/// colours, paddings and the like.
[[nodiscard]] bool is_interpolatable(const Type& type);

/// The value at `t` between two of one type (0: `from`, 1: `to`), or why there is none: arrays of different
/// length.
[[nodiscard]] tl::expected<Value, std::string> mix(const Value& from, const Value& to, double t,
                                                   ColorSpace space);

}  // namespace jinsha::style
