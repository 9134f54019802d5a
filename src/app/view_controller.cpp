#include "app/view_controller.hpp"

#include "scene/tile_grid.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::app {

namespace {

constexpr double kZoomSeconds = 0.18;
constexpr double kGlideSeconds = 0.16;
constexpr double kJourneySeconds = 0.25;

/// Fast at once, so that a key or notch answers in the next frame, and soft at the end.
double eased(double t) {
    const double left = 1 - t;
    return 1 - left * left * left;
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

ViewController::ViewController(const map::View& start, const ViewRules& rules)
    : rules_{rules}, current_{start}, rest_{start} {
    current_ = rest_ = allowed(start);
}

void ViewController::pan_by(double dx_px, double dy_px) {
    if (!motion_) {
        current_ = rest_ = allowed(current_.panned(dx_px, dy_px));
        return;
    }
    const geo::MapPoint before = current_.center();
    current_ = within_bounds(current_.panned(dx_px, dy_px));
    const double dx = current_.center().x - before.x;
    const double dy = current_.center().y - before.y;
    const auto shifted = [&](const map::View& view) {
        return map::View{{view.center().x + dx, view.center().y + dy}, view.units_per_pixel(), view.window()};
    };
    motion_->from = shifted(motion_->from);
    rest_ = allowed(shifted(rest_));
}

void ViewController::glide_by(double dx_px, double dy_px, double now_s) {
    start_motion(rest_.panned(dx_px, dy_px), now_s, kGlideSeconds);
}

void ViewController::zoom_by(double levels, std::optional<geo::ScreenPoint> anchor, double now_s) {
    const int steps = static_cast<int>(std::lround(levels / scene::kRestZoomStep));
    const double zoom =
        scene::rest_zoom_after(rules_.scale.zoom(rest_.units_per_pixel() * rules_.pixel_ratio), steps);
    const double units_per_pixel = std::clamp(rules_.scale.units_per_px(zoom) / rules_.pixel_ratio,
                                              rules_.min_units_per_pixel, rules_.max_units_per_pixel);
    const map::ScreenSize window = current_.window();
    const geo::ScreenPoint fixed = anchor.value_or(geo::ScreenPoint{window.width / 2.0, window.height / 2.0});
    // Multiplying by the factor would leave a rounding error in the scale, and the scale names the tiles.
    const map::View zoomed = current_.zoomed(current_.units_per_pixel() / units_per_pixel, fixed);
    start_motion({zoomed.center(), units_per_pixel, window}, now_s, kZoomSeconds);
}

void ViewController::zoom_to_box(const tools::ScreenBox& box, double now_s) {
    geo::Envelope shown;
    shown.extend(current_.to_map(geo::ScreenPoint{box.left, box.top}));
    shown.extend(current_.to_map(geo::ScreenPoint{box.right, box.bottom}));
    move_to(map::View::showing(shown, current_.window(), 0, current_.units_per_pixel()), now_s);
}

void ViewController::move_to(const map::View& target, double now_s) {
    start_motion(target.resized(current_.window()), now_s, kJourneySeconds);
}

void ViewController::resize(map::ScreenSize window) {
    current_ = current_.resized(window);
    rest_ = allowed(rest_.resized(window));
    if (motion_) {
        motion_->from = motion_->from.resized(window);
    } else {
        current_ = rest_;
    }
}

void ViewController::advance(double now_s) {
    if (!motion_) return;
    const double t = (now_s - motion_->start_s) / motion_->duration_s;
    if (t >= 1) {
        current_ = rest_;
        motion_.reset();
    } else {
        current_ = between(motion_->from, rest_, eased(std::max(0.0, t)));
        const bool is_glide = current_.units_per_pixel() == rest_.units_per_pixel();
        if (is_glide) current_ = current_.snapped(rules_.grid_origin);
    }
}

void ViewController::start_motion(const map::View& target, double now_s, double duration_s) {
    rest_ = allowed(target);
    if (rest_ == current_) {
        motion_.reset();
        return;
    }
    motion_ = Motion{current_, now_s, duration_s};
}

map::View ViewController::within_bounds(const map::View& view) const {
    const double units_per_pixel =
        std::clamp(view.units_per_pixel(), rules_.min_units_per_pixel, rules_.max_units_per_pixel);
    geo::MapPoint center = view.center();
    if (!rules_.center_bounds.is_empty()) {
        center.x = std::clamp(center.x, rules_.center_bounds.min_x, rules_.center_bounds.max_x);
        center.y = std::clamp(center.y, rules_.center_bounds.min_y, rules_.center_bounds.max_y);
    }
    return {center, units_per_pixel, view.window()};
}

map::View ViewController::allowed(const map::View& view) const {
    return within_bounds(view).snapped(rules_.grid_origin);
}

}  // namespace jinsha::app
