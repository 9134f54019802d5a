#include "app/drag_speed.hpp"

#include <utility>

namespace jinsha::app {

namespace {

constexpr double kWindowSeconds = 0.08;  // what counts of the drag
constexpr double kRestSeconds = 0.05;    // a hand that does not move for so long rests

}  // namespace

void DragSpeed::add(double dx_px, double dy_px, double now_s) {
    steps_.push_back({dx_px, dy_px, now_s});
    while (steps_.front().time_s < now_s - kWindowSeconds) steps_.pop_front();
}

geo::ScreenPoint DragSpeed::let_go(double now_s) {
    const std::deque<Step> steps = std::exchange(steps_, {});
    if (steps.size() < 2 || steps.back().time_s < now_s - kRestSeconds) return {0, 0};
    // The first step tells when the others began; its own way was made before.
    const double seconds = now_s - steps.front().time_s;
    if (seconds <= 0) return {0, 0};
    geo::ScreenPoint way{0, 0};
    for (std::size_t i = 1; i < steps.size(); ++i) {
        way.x += steps[i].dx_px;
        way.y += steps[i].dy_px;
    }
    return {way.x / seconds, way.y / seconds};
}

}  // namespace jinsha::app
