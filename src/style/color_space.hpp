#pragma once

#include "style/color.hpp"

namespace jinsha::style {

/// In which space a colour between two is looked for.
enum class ColorSpace { Rgb, Hcl, Lab };

/// The colour at `t` (0: `from`, 1: `to`), alpha linear. Hue goes the shorter way round; a grey has none and
/// takes the other's.
[[nodiscard]] Color interpolate(const Color& from, const Color& to, double t, ColorSpace space);

}  // namespace jinsha::style
