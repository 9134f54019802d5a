#include "style/operators/easing.hpp"

#include <cmath>

namespace jinsha::style {

namespace {

// One coordinate of the Bézier curve 0, p1, p2, 1 at parameter t.
double bezier(double p1, double p2, double t) {
    const double s = 1 - t;
    return 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t;
}

// x rises with the parameter as the control points' x are from 0 to 1, so halving finds it.
double parameter_at(double x1, double x2, double x) {
    double low = 0, high = 1;
    for (int i = 0; i < 52; ++i) {
        const double middle = (low + high) / 2;
        (bezier(x1, x2, middle) < x ? low : high) = middle;
    }
    return (low + high) / 2;
}

struct ProgressOf {
    double distance, width;

    double operator()(const ExponentialEasing& easing) const {
        if (width == 0) return 0;
        if (easing.base == 1) return distance / width;
        return std::expm1(distance * std::log(easing.base)) / std::expm1(width * std::log(easing.base));
    }
    double operator()(const BezierEasing& easing) const {
        const auto& [x1, y1, x2, y2] = easing.control;
        const double x = width == 0 ? 0 : distance / width;
        return bezier(y1, y2, parameter_at(x1, x2, x));
    }
};

}  // namespace

double progress(const Easing& easing, double input, double lower, double upper) {
    return std::visit(ProgressOf{input - lower, upper - lower}, easing);
}

}  // namespace jinsha::style
