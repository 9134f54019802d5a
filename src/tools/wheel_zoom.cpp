#include "tools/wheel_zoom.hpp"

namespace jinsha::tools {

namespace {

constexpr double kLevelsPerNotch = 0.5;
constexpr double kFineLevelsPerNotch = 0.25;

}  // namespace

Answer WheelZoomTool::handle(const Event& event) {
    const auto* turned = std::get_if<WheelTurned>(&event);
    if (!turned) return {};
    const double per_notch = turned->modifiers.control ? kFineLevelsPerNotch : kLevelsPerNotch;
    return {{ZoomBy{turned->notches * per_notch, turned->at}}, true};
}

}  // namespace jinsha::tools
