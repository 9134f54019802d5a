#pragma once

#include <array>
#include <variant>

namespace jinsha::style {

/// x^base between two stops; 1 is linear.
struct ExponentialEasing {
    double base{1};
};

/// A curve from (0, 0) to (1, 1) with two control points, as in CSS.
struct BezierEasing {
    std::array<double, 4> control{};  // x1, y1, x2, y2, from 0 to 1
};

using Easing = std::variant<ExponentialEasing, BezierEasing>;

/// How far `input` is on the way from `lower` to `upper`: 0 to 1 between them.
[[nodiscard]] double progress(const Easing& easing, double input, double lower, double upper);

}  // namespace jinsha::style
