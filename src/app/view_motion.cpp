#include "app/view_motion.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::app {

namespace {

constexpr double kZoomSeconds = 0.18;
constexpr double kGlideSeconds = 0.16;
constexpr double kFlingSeconds = 0.9;
constexpr double kFriction = 0.18;  // seconds in which a throw loses all but 1/e of its speed
constexpr double kShortestFlight = 0.25;
constexpr double kLongestFlight = 1.1;
constexpr double kSecondsPerLength = 0.28;  // of a FlightPath

double duration_of(ViewMotion::Kind kind, const std::optional<FlightPath>& path) {
    switch (kind) {
        case ViewMotion::Kind::Glide:
            return kGlideSeconds;
        case ViewMotion::Kind::Zoom:
            return kZoomSeconds;
        case ViewMotion::Kind::Fling:
            return kFlingSeconds;
        case ViewMotion::Kind::Flight:
            break;
    }
    return std::clamp(path->length() * kSecondsPerLength, kShortestFlight, kLongestFlight);
}

/// Fast at once, so that a key or notch answers in the next frame, and soft at the end.
double eased_out(double t) {
    const double left = 1 - t;
    return 1 - left * left * left;
}

/// Soft at both ends: nothing has been touched that would have to answer at once.
double eased_in_and_out(double t) {
    return t * t * (3 - 2 * t);
}

double thrown(double t) {
    const double whole = 1 - std::exp(-kFlingSeconds / kFriction);
    return (1 - std::exp(-t * kFlingSeconds / kFriction)) / whole;
}

/// Between two views of one window. The scale changes geometrically and the centre in proportion to it: then
/// the one point that both views show at the same place stays there all the time.
map::View between(const map::View& from, const map::View& to, double t) {
    const double s0 = from.units_per_pixel();
    const double s1 = to.units_per_pixel();
    const bool is_zoom = std::abs(s1 - s0) > 1e-9 * s0;
    const double scale = is_zoom ? s0 * std::pow(s1 / s0, t) : s1;
    const double part = is_zoom ? (scale - s0) / (s1 - s0) : t;
    return {
        {std::lerp(from.center().x, to.center().x, part), std::lerp(from.center().y, to.center().y, part)},
        scale,
        to.window()};
}

}  // namespace

ViewMotion::ViewMotion(Kind kind, const map::View& from, const map::View& to, double start_s)
    : kind_{kind}, from_{from}, to_{to}, start_s_{start_s} {
    if (kind == Kind::Flight) path_.emplace(from, to);
    duration_s_ = duration_of(kind, path_);
}

map::View ViewMotion::at(double now_s) const {
    const double t = std::clamp((now_s - start_s_) / duration_s_, 0.0, 1.0);
    switch (kind_) {
        case Kind::Fling:
            return between(from_, to_, thrown(t));
        case Kind::Flight:
            return path_->at(eased_in_and_out(t));
        default:
            return between(from_, to_, eased_out(t));
    }
}

ViewMotion ViewMotion::shifted(double dx, double dy) const {
    const auto moved = [&](const map::View& view) {
        return map::View{{view.center().x + dx, view.center().y + dy}, view.units_per_pixel(), view.window()};
    };
    return {kind_, moved(from_), moved(to_), start_s_};
}

ViewMotion ViewMotion::resized(map::ScreenSize window) const {
    return {kind_, from_.resized(window), to_.resized(window), start_s_};
}

double ViewMotion::fling_px(double px_per_s) {
    return px_per_s * kFriction;
}

}  // namespace jinsha::app
