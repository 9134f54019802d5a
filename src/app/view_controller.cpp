#include "app/view_controller.hpp"

#include "scene/tile_grid.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::app {

namespace {

constexpr double kSlowestThrow = 250;  // CSS pixels a second
constexpr double kFastestThrow = 5000;
constexpr double kHomeInSight = 0.15;  // of the window's width and height

bool is_interruptible(ViewMotion::Kind kind) {
    return kind == ViewMotion::Kind::Fling || kind == ViewMotion::Kind::Flight;
}

}  // namespace

ViewController::ViewController(const map::View& start, const ViewRules& rules)
    : rules_{rules}, current_{start}, rest_{start} {
    current_ = rest_ = allowed(start);
}

void ViewController::show(const map::View& target) {
    motion_.reset();
    current_ = rest_ = allowed(target.resized(current_.window()));
}

void ViewController::pan_by(double dx_px, double dy_px, double now_s) {
    drag_.add(dx_px, dy_px, now_s);
    if (!motion_) {
        current_ = rest_ = allowed(current_.panned(dx_px, dy_px));
        return;
    }
    const geo::MapPoint before = current_.center();
    current_ = within_bounds(current_.panned(dx_px, dy_px));
    const double dx = current_.center().x - before.x;
    const double dy = current_.center().y - before.y;
    motion_ = motion_->shifted(dx, dy);
    rest_ =
        allowed({{rest_.center().x + dx, rest_.center().y + dy}, rest_.units_per_pixel(), rest_.window()});
}

void ViewController::let_go(double now_s) {
    const geo::ScreenPoint speed = drag_.let_go(now_s);
    const double px_per_s = std::hypot(speed.x, speed.y);
    if (motion_ || is_motion_reduced_ || px_per_s < kSlowestThrow * rules_.pixel_ratio) return;
    const double way = ViewMotion::fling_px(std::min(px_per_s, kFastestThrow * rules_.pixel_ratio));
    start(ViewMotion::Kind::Fling, current_.panned(speed.x / px_per_s * way, speed.y / px_per_s * way),
          now_s);
}

void ViewController::hold(double now_s) {
    if (!motion_ || !is_interruptible(motion_->kind())) return;
    const bool is_fling = motion_->kind() == ViewMotion::Kind::Fling;
    motion_.reset();
    if (is_fling) {
        current_ = rest_ = allowed(current_);
        return;
    }
    const geo::ScreenPoint middle{current_.window().width / 2.0, current_.window().height / 2.0};
    const map::View near = current_.zoomed(current_.units_per_pixel() / rest_scale(current_, 0), middle);
    start(ViewMotion::Kind::Zoom, {near.center(), rest_scale(current_, 0), near.window()}, now_s);
}

void ViewController::glide_by(double dx_px, double dy_px, double now_s) {
    start(ViewMotion::Kind::Glide, with_home_in_sight(base().panned(dx_px, dy_px)), now_s);
}

void ViewController::zoom_by(double levels, std::optional<geo::ScreenPoint> anchor, double now_s) {
    const int steps = static_cast<int>(std::lround(levels / scene::kRestZoomStep));
    const double units_per_pixel = rest_scale(base(), steps);
    const map::ScreenSize window = current_.window();
    const geo::ScreenPoint fixed = anchor.value_or(geo::ScreenPoint{window.width / 2.0, window.height / 2.0});
    // Multiplying by the factor would leave a rounding error in the scale, and the scale names the tiles.
    const map::View zoomed = current_.zoomed(current_.units_per_pixel() / units_per_pixel, fixed);
    start(ViewMotion::Kind::Zoom, {zoomed.center(), units_per_pixel, window}, now_s);
}

void ViewController::zoom_to_box(const tools::ScreenBox& box, double now_s) {
    geo::Envelope shown;
    shown.extend(current_.to_map(geo::ScreenPoint{box.left, box.top}));
    shown.extend(current_.to_map(geo::ScreenPoint{box.right, box.bottom}));
    fly_to(map::View::showing(shown, current_.window(), 0, current_.units_per_pixel()), now_s);
}

void ViewController::fly_to(const map::View& target, double now_s) {
    start(ViewMotion::Kind::Flight, target.resized(current_.window()), now_s);
}

void ViewController::resize(map::ScreenSize window) {
    current_ = current_.resized(window);
    rest_ = allowed(rest_.resized(window));
    if (motion_) {
        motion_ = motion_->resized(window);
    } else {
        current_ = rest_;
    }
}

void ViewController::advance(double now_s) {
    if (!motion_) return;
    if (motion_->is_over(now_s)) {
        current_ = rest_;
        motion_.reset();
        return;
    }
    current_ = motion_->at(now_s);
    // Tiles are drawn one to one while the scale stays.
    if (current_.units_per_pixel() == rest_.units_per_pixel())
        current_ = current_.snapped(rules_.grid_origin);
}

void ViewController::start(ViewMotion::Kind kind, const map::View& target, double now_s) {
    rest_ = allowed(target);
    motion_.reset();
    if (is_motion_reduced_) {
        current_ = rest_;
    } else if (rest_ != current_) {
        motion_.emplace(kind, current_, rest_, now_s);
    }
}

const map::View& ViewController::base() const noexcept {
    return motion_ && is_interruptible(motion_->kind()) ? current_ : rest_;
}

double ViewController::rest_scale(const map::View& view, int steps) const {
    const double zoom =
        scene::rest_zoom_after(rules_.scale.zoom(view.units_per_pixel() * rules_.pixel_ratio), steps);
    return std::clamp(rules_.scale.units_per_px(zoom) / rules_.pixel_ratio, rules_.min_units_per_pixel,
                      rules_.max_units_per_pixel);
}

/// A key that is held moves a window's width in a moment: it stops where the last of the home extent would
/// go. Who has dragged the map beyond that may go on there.
map::View ViewController::with_home_in_sight(const map::View& view) const {
    if (rules_.home.is_empty()) return view;
    const double reach = 0.5 - kHomeInSight;
    const double dx = reach * view.window().width * view.units_per_pixel();
    const double dy = reach * view.window().height * view.units_per_pixel();
    const geo::Envelope& home = rules_.home;
    const geo::MapPoint now = rest_.center();
    return {{std::clamp(view.center().x, std::min(home.min_x - dx, now.x), std::max(home.max_x + dx, now.x)),
             std::clamp(view.center().y, std::min(home.min_y - dy, now.y), std::max(home.max_y + dy, now.y))},
            view.units_per_pixel(),
            view.window()};
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
