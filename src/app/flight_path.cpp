#include "app/flight_path.hpp"

#include <cmath>

namespace jinsha::app {

namespace {

constexpr double kRho = 1.42;         // what people preferred in the paper's experiment
constexpr double kNoDistance = 1e-3;  // of the window's width: a pure zoom

}  // namespace

FlightPath::FlightPath(const map::View& from, const map::View& to) : from_{from}, to_{to} {
    const double width = from.window().width;
    const double scale = to.units_per_pixel() / from.units_per_pixel();  // w1 / w0
    distance_px_ =
        std::hypot(to.center().x - from.center().x, to.center().y - from.center().y) / from.units_per_pixel();
    const double u1 = distance_px_ / width;  // in units of w0
    if (u1 < kNoDistance) {
        length_ = std::abs(std::log(scale)) / kRho;
        return;
    }
    const double rho2 = kRho * kRho;
    const auto r = [](double b) { return std::asinh(-b); };
    const double difference = scale * scale - 1;
    const double spread = rho2 * rho2 * u1 * u1;
    r0_ = r((difference + spread) / (2 * rho2 * u1));
    const double r1 = r((difference - spread) / (2 * scale * rho2 * u1));
    length_ = (r1 - r0_) / kRho;
}

map::View FlightPath::at(double part) const {
    if (part <= 0) return from_;
    if (part >= 1) return to_;
    const double scale = to_.units_per_pixel() / from_.units_per_pixel();
    const double u1 = distance_px_ / from_.window().width;
    double w = std::pow(scale, part);
    double u = part;  // of the way
    if (u1 >= kNoDistance) {
        const double s = part * length_;
        const double rho2 = kRho * kRho;
        w = std::cosh(r0_) / std::cosh(kRho * s + r0_);
        u = (std::cosh(r0_) * std::tanh(kRho * s + r0_) - std::sinh(r0_)) / rho2 / u1;
    }
    return {{std::lerp(from_.center().x, to_.center().x, u), std::lerp(from_.center().y, to_.center().y, u)},
            from_.units_per_pixel() * w,
            to_.window()};
}

}  // namespace jinsha::app
