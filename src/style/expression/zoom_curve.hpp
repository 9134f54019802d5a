#pragma once

#include "style/expression/expression.hpp"

#include <tl/expected.hpp>

#include <string>

namespace jinsha::style {

/// The `step` or `interpolate` at the top of `root` whose input is `zoom`, null when there is none; or why
/// the use of zoom is not allowed in a property.
[[nodiscard]] tl::expected<const Expression*, std::string> find_zoom_curve(const Expression& root);

}  // namespace jinsha::style
