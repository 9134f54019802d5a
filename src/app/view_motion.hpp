#pragma once

#include "app/flight_path.hpp"
#include "map/view.hpp"

#include <optional>

namespace jinsha::app {

/// A motion from one view to the one that it rests at. Times are seconds of a clock that only rises.
class ViewMotion {
public:
    enum class Kind {
        Glide,   // along a line, fast at once and soft at the end
        Zoom,    // about the one point that both views show at the same place
        Fling,   // as friction ends a throw
        Flight,  // along a FlightPath
    };
    ViewMotion(Kind kind, const map::View& from, const map::View& to, double start_s);

    [[nodiscard]] Kind kind() const noexcept { return kind_; }
    [[nodiscard]] bool is_over(double now_s) const noexcept { return now_s >= start_s_ + duration_s_; }
    [[nodiscard]] map::View at(double now_s) const;

    /// The same motion elsewhere: both of its ends moved by that many map units, or of another window.
    [[nodiscard]] ViewMotion shifted(double dx, double dy) const;
    [[nodiscard]] ViewMotion resized(map::ScreenSize window) const;

    /// How far a throw of `px_per_s` goes.
    [[nodiscard]] static double fling_px(double px_per_s);

private:
    Kind kind_;
    map::View from_, to_;
    std::optional<FlightPath> path_;
    double start_s_, duration_s_;
};

}  // namespace jinsha::app
