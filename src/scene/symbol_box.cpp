#include "scene/symbol_box.hpp"

#include <cmath>
#include <numbers>

namespace jinsha::scene {

Turn Turn::of_degrees(double degrees) noexcept {
    if (degrees == 0 || !std::isfinite(degrees)) return {};
    const double radians = std::remainder(degrees, 360) * std::numbers::pi / 180;
    return {std::cos(radians), std::sin(radians)};
}

double Turn::degrees() const noexcept {
    return std::atan2(sine, cosine) * 180 / std::numbers::pi;
}

GridBox box_around(GridPoint center, double width, double height, const Turn& turn) noexcept {
    const double half_width = (width * std::abs(turn.cosine) + height * std::abs(turn.sine)) / 2;
    const double half_height = (width * std::abs(turn.sine) + height * std::abs(turn.cosine)) / 2;
    return {center.x - half_width, center.y - half_height, center.x + half_width, center.y + half_height};
}

}  // namespace jinsha::scene
