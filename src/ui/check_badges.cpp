#include "ui/check_badges.hpp"

#include <cmath>
#include <string>

namespace jinsha::ui {
namespace {

constexpr float kSide = 18;
constexpr float kAside = 11;  // from the place of the feature to the middle of its sign
constexpr float kRim = 1.5F;

}  // namespace

void draw_check_badges(Frame& frame, const ChecksModel& checks) {
    const Palette& colors = frame.canvas.colors();
    const float side = frame.px(kSide);
    std::size_t number = 0;
    for (const CheckBadge& badge : checks.badges) {
        const Point at{static_cast<float>(badge.at.x) + frame.px(kAside),
                       static_cast<float>(badge.at.y) - frame.px(kAside)};
        const Rect box{std::round(at.x - side / 2), std::round(at.y - side / 2), side, side};
        const PanelScope scope{frame,
                               "check badge " + std::to_string(number++),
                               box,
                               {.takes_pointer = false, .fades_in = true, .reach_px = frame.px(2)}};
        const bool is_error = badge.severity == Severity::Error;
        frame.canvas.circle(box.center(), side / 2, colors.panel);
        frame.canvas.circle(box.center(), side / 2 - frame.px(kRim),
                            is_error ? colors.error : colors.warning);
        frame.canvas.text_centered(TextStyle::Small, box.center(), colors.panel, "!");
    }
}

}  // namespace jinsha::ui
