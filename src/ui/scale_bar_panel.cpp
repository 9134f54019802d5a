#include "ui/scale_bar_panel.hpp"

#include "ui/numbers.hpp"
#include "ui/parts.hpp"

#include <array>
#include <cmath>
#include <vector>

namespace jinsha::ui {
namespace {

constexpr double kLongest = 120;
constexpr float kHeight = 30;
constexpr float kLabelMiddle = 8;  // below the upper edge
constexpr float kLine = 24;        // the bar, below the upper edge
constexpr float kEndTick = 8;      // height of the ticks at both ends
constexpr float kTick = 4;         // of those between
constexpr float kHalo = 1.6F;

/// The strokes of the bar as boxes.
std::vector<Rect> strokes(const Frame& frame, Point left_end, float length, int steps) {
    const float width = frame.px(1.5F);
    std::vector<Rect> result{{left_end.x, left_end.y - width, length, width}};
    for (int i = 0; i <= steps; ++i) {
        const float x =
            left_end.x + std::round((length - width) * static_cast<float>(i) / static_cast<float>(steps));
        const float height = frame.px(i == 0 || i == steps ? kEndTick : kTick);
        result.push_back({x, left_end.y - height, width, height});
    }
    return result;
}

}  // namespace

void draw_scale_bar(Frame& frame, const Model& model, Point lower_left) {
    const ScaleBar bar = scale_bar(model.status.ground_metres_per_px, kLongest);
    if (bar.metres <= 0) return;
    const float length = frame.px(static_cast<float>(bar.width_px));
    const std::string label = ui::length(bar.metres);
    const float halo = frame.px(kHalo);
    const Rect box{lower_left.x, lower_left.y - frame.px(kHeight), length, frame.px(kHeight)};
    const PanelScope scope{
        frame, "scale bar", box, {.takes_pointer = false, .fades_in = false, .reach_px = frame.px(16)}};
    const Palette& colors = frame.canvas.colors();
    const auto boxes = strokes(frame, {box.left, box.top + frame.px(kLine)}, length, bar.steps);
    for (const Rect& stroke : boxes) frame.canvas.fill(stroke.grown(halo), colors.map_halo, halo);
    for (const Rect& stroke : boxes) frame.canvas.fill(stroke, colors.map_ink);
    frame.canvas.text_with_halo(TextStyle::Small, {box.center().x, box.top + frame.px(kLabelMiddle)},
                                colors.map_ink, colors.map_halo, halo, label);
}

}  // namespace jinsha::ui
