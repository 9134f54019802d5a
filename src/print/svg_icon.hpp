#pragma once

#include "error/error.hpp"
#include "symbol/drawing.hpp"

#include <string>
#include <string_view>

namespace jinsha::print {

/// The drawing as SVG elements in its own user space, (0, 0) at its upper left corner: what cairo's SVG
/// surface writes, without its frame, ids beginning with `prefix` so that they stay apart from others'.
[[nodiscard]] Result<std::string> svg_elements(const symbol::Drawing& drawing, std::string_view prefix);

}  // namespace jinsha::print
