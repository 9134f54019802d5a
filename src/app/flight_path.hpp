#pragma once

#include "map/view.hpp"

namespace jinsha::app {

/// The way from one view to another that is the shortest for the eye: far ones rise, see both places, and
/// come down again. Source: van Wijk and Nuij, Smooth and efficient zooming and panning (InfoVis 2003),
/// equations 9 to 11.
class FlightPath {
public:
    /// Both views are of one window.
    FlightPath(const map::View& from, const map::View& to);

    /// As the eye measures it; 1 is about one doubling of the scale.
    [[nodiscard]] double length() const noexcept { return length_; }
    /// `part` from 0, which is `from`, to 1, which is `to`.
    [[nodiscard]] map::View at(double part) const;

private:
    map::View from_, to_;
    double distance_px_;    // between the centres, in pixels of `from`
    double r0_{}, length_;  // r0_: of a path that is no pure zoom
};

}  // namespace jinsha::app
