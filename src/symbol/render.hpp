#pragma once

#include "image/image.hpp"
#include "symbol/drawing.hpp"

namespace jinsha::symbol {

/// The drawing with its margin as pixels, `scale` of them a CSS pixel; the middles of both are the same. The
/// error says what could not be drawn, or that the picture would be larger than 4,096 px.
[[nodiscard]] Result<image::Image> render(const Drawing& drawing, double scale);

}  // namespace jinsha::symbol
