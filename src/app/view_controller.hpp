#pragma once

#include "app/drag_speed.hpp"
#include "app/view_motion.hpp"
#include "geo/envelope.hpp"
#include "map/view.hpp"
#include "map/zoom_scale.hpp"
#include "tools/command.hpp"

#include <optional>

namespace jinsha::app {

/// What the view of one map must keep to.
struct ViewRules {
    geo::MapPoint grid_origin;     // where tiles are counted from
    map::ZoomScale scale{0, 1};    // for the zooms that a wheel rests at
    double pixel_ratio{1};         // physical pixels in one CSS pixel
    double min_units_per_pixel{};  // closest
    double max_units_per_pixel{};  // farthest
    geo::Envelope center_bounds;   // the centre stays in here; empty: anywhere
    geo::Envelope home;            // keys do not move it out of sight; empty: they may
};

/// Where the view is and where it goes. Knows no clock and no window: `advance` is told the time, in seconds
/// of any clock that only rises.
///
/// At rest the centre is snapped to the pixel grid, and a wheel or key rests at multiples of a quarter zoom,
/// so that tiles can be painted for where the view will rest as soon as a motion begins.
class ViewController {
public:
    ViewController(const map::View& start, const ViewRules& rules);

    /// What the window shows now.
    [[nodiscard]] const map::View& view() const noexcept { return current_; }
    /// Where the view rests when its motion ends; the same as view() when it rests already.
    [[nodiscard]] const map::View& rest() const noexcept { return rest_; }
    [[nodiscard]] bool is_moving() const noexcept { return motion_.has_value(); }
    [[nodiscard]] const ViewRules& rules() const noexcept { return rules_; }

    /// Without motion, the view is at once where it would rest.
    void set_reduced_motion(bool is_reduced) noexcept { is_motion_reduced_ = is_reduced; }

    /// Is at once where `target` may rest.
    void show(const map::View& target);
    /// Follows a drag by whole physical pixels; a zoom that is under way goes on.
    void pan_by(double dx_px, double dy_px, double now_s);
    /// The drag ends: the view goes on as it was thrown, if it was.
    void let_go(double now_s);
    /// A hand is laid on the map: a throw or a flight ends where it is.
    void hold(double now_s);
    /// The same as a motion; keys that repeat add up.
    void glide_by(double dx_px, double dy_px, double now_s);
    /// Goes `levels` closer than rest(), in steps of a quarter zoom, and ends at a multiple of a quarter. The
    /// place under `anchor` (the centre without) stays under it.
    void zoom_by(double levels, std::optional<geo::ScreenPoint> anchor, double now_s);
    /// Goes to the view that shows what the box shows now, as large as possible.
    void zoom_to_box(const tools::ScreenBox& box, double now_s);
    /// Flies to `target` (its window size is taken from the current view).
    void fly_to(const map::View& target, double now_s);
    /// Keeps centre and scale.
    void resize(map::ScreenSize window);

    /// Moves on to the time `now_s`.
    void advance(double now_s);

private:
    void start(ViewMotion::Kind kind, const map::View& target, double now_s);
    /// Where commands that add up count from: a flight is given up where it is.
    [[nodiscard]] const map::View& base() const noexcept;
    [[nodiscard]] map::View with_home_in_sight(const map::View& view) const;
    [[nodiscard]] map::View within_bounds(const map::View& view) const;
    /// Within the bounds and on whole pixels of the grid: where a view may rest.
    [[nodiscard]] map::View allowed(const map::View& view) const;
    /// The scale `steps` quarters of a zoom closer than that of `view`, itself a multiple of a quarter.
    [[nodiscard]] double rest_scale(const map::View& view, int steps) const;

    ViewRules rules_;
    map::View current_;
    map::View rest_;
    std::optional<ViewMotion> motion_;
    DragSpeed drag_;
    bool is_motion_reduced_{};
};

}  // namespace jinsha::app
