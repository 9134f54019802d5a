#pragma once

#include "geo/points.hpp"

#include <deque>

namespace jinsha::app {

/// How fast a drag was when it was let go, from its last steps.
class DragSpeed {
public:
    void add(double dx_px, double dy_px, double now_s);
    /// Pixels a second; (0, 0) when the hand rested before it let go. Forgets the drag.
    [[nodiscard]] geo::ScreenPoint let_go(double now_s);

private:
    struct Step {
        double dx_px{}, dy_px{}, time_s{};
    };
    std::deque<Step> steps_;
};

}  // namespace jinsha::app
