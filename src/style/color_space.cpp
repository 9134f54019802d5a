#include "style/color_space.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace jinsha::style {

namespace {

// CIE L*a*b* (CIE 15, 2004) of the white D50, from sRGB (IEC 61966-2-1) adapted by Bradford's matrix.
constexpr double kWhiteX = 0.96422, kWhiteY = 1, kWhiteZ = 0.82521;
constexpr double kDelta = 6.0 / 29;
constexpr double kDegrees = 180 / std::numbers::pi;

struct Lab {
    double l{}, a{}, b{};
};

struct Hcl {
    double h{}, c{}, l{};  // hue in degrees, NaN for a grey
};

double to_linear(double part) {
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}
double from_linear(double part) {
    const double encoded = part <= 0.00304 ? 12.92 * part : 1.055 * std::pow(part, 1 / 2.4) - 0.055;
    return std::clamp(encoded, 0.0, 1.0);
}
double to_lab_scale(double t) {
    return t > kDelta * kDelta * kDelta ? std::cbrt(t) : t / (3 * kDelta * kDelta) + 4.0 / 29;
}
double from_lab_scale(double t) {
    return t > kDelta ? t * t * t : 3 * kDelta * kDelta * (t - 4.0 / 29);
}

Lab lab_of(const Color& color) {
    const double r = to_linear(color.r), g = to_linear(color.g), b = to_linear(color.b);
    const double y = to_lab_scale((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / kWhiteY);
    double x = y, z = y;
    if (r != g || g != b) {
        x = to_lab_scale((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / kWhiteX);
        z = to_lab_scale((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / kWhiteZ);
    }
    return {std::max(0.0, 116 * y - 16), 500 * (x - y), 200 * (y - z)};
}

Color color_of(const Lab& lab, double alpha) {
    const double scaled_y = (lab.l + 16) / 116;
    const double x = kWhiteX * from_lab_scale(scaled_y + lab.a / 500);
    const double y = kWhiteY * from_lab_scale(scaled_y);
    const double z = kWhiteZ * from_lab_scale(scaled_y - lab.b / 200);
    return {from_linear(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
            from_linear(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
            from_linear(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), alpha};
}

Hcl hcl_of(const Color& color) {
    const Lab lab = lab_of(color);
    const double chroma = std::hypot(lab.a, lab.b);
    const bool is_grey = std::round(chroma * 10000) == 0;
    const double hue = is_grey ? std::numeric_limits<double>::quiet_NaN()
                               : std::fmod(std::atan2(lab.b, lab.a) * kDegrees + 360, 360);
    return {hue, chroma, lab.l};
}

Color color_of(const Hcl& hcl, double alpha) {
    const double hue = std::isnan(hcl.h) ? 0 : hcl.h / kDegrees;
    return color_of(Lab{hcl.l, std::cos(hue) * hcl.c, std::sin(hue) * hcl.c}, alpha);
}

double between(double from, double to, double t) {
    return from + t * (to - from);
}

Hcl between(const Hcl& from, const Hcl& to, double t) {
    Hcl result{0, between(from.c, to.c, t), between(from.l, to.l, t)};
    if (std::isnan(from.h) || std::isnan(to.h)) {
        const Hcl& colored = std::isnan(from.h) ? to : from;
        const Hcl& grey = std::isnan(from.h) ? from : to;
        result.h = colored.h;
        // Towards black the chroma is kept, or the ramp would turn grey before it turns dark.
        if (grey.l == 0) result.c = colored.c;
        return result;
    }
    double turn = to.h - from.h;
    if (turn > 180) turn -= 360;
    if (turn < -180) turn += 360;
    result.h = from.h + t * turn;
    return result;
}

Lab between(const Lab& from, const Lab& to, double t) {
    return {between(from.l, to.l, t), between(from.a, to.a, t), between(from.b, to.b, t)};
}

}  // namespace

Color interpolate(const Color& from, const Color& to, double t, ColorSpace space) {
    const double alpha = between(from.a, to.a, t);
    switch (space) {
        case ColorSpace::Hcl:
            return color_of(between(hcl_of(from), hcl_of(to), t), alpha);
        case ColorSpace::Lab:
            return color_of(between(lab_of(from), lab_of(to), t), alpha);
        case ColorSpace::Rgb:
            break;
    }
    return {between(from.r, to.r, t), between(from.g, to.g, t), between(from.b, to.b, t), alpha};
}

}  // namespace jinsha::style
