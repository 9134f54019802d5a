#include "ui/overview_panel.hpp"

#include "ui/overview_model.hpp"
#include "ui/parts.hpp"

#include <algorithm>

namespace jinsha::ui {
namespace {

constexpr float kSmallestFrame = 8;  // so that it is seen, and can be gripped, however close the view is

/// Between places of the map and the picture in the window.
struct Ground {
    Rect box;
    geo::MapPoint center;
    double units_per_px{1};

    [[nodiscard]] Point to_panel(geo::MapPoint p) const {
        return {box.center().x + static_cast<float>((p.x - center.x) / units_per_px),
                box.center().y - static_cast<float>((p.y - center.y) / units_per_px)};
    }
    [[nodiscard]] geo::MapPoint to_map(Point p) const {
        return {center.x + static_cast<double>(p.x - box.center().x) * units_per_px,
                center.y - static_cast<double>(p.y - box.center().y) * units_per_px};
    }
};

/// What the window shows, inside of the picture.
Rect shown_on(const Frame& frame, const Ground& ground, const geo::Envelope& shown) {
    const Point middle = ground.to_panel(shown.center());
    const float least = frame.px(kSmallestFrame);
    const float width = std::max(least, static_cast<float>(shown.width() / ground.units_per_px));
    const float height = std::max(least, static_cast<float>(shown.height() / ground.units_per_px));
    const float left = std::clamp(middle.x - width / 2, ground.box.left, ground.box.right() - least);
    const float top = std::clamp(middle.y - height / 2, ground.box.top, ground.box.bottom() - least);
    const float right = std::clamp(middle.x + width / 2, left + least, ground.box.right());
    const float bottom = std::clamp(middle.y + height / 2, top + least, ground.box.bottom());
    return {std::round(left), std::round(top), std::round(right - left), std::round(bottom - top)};
}

}  // namespace

Point overview_size(const Frame& frame) {
    return {frame.px(kOverviewWidth) + 2 * frame.px(1), frame.px(kOverviewHeight) + 2 * frame.px(1)};
}

Commands draw_overview(Frame& frame, const OverviewModel& overview, const Rect& box, OverviewState& state) {
    const PanelScope scope{frame, "overview", box, floating(frame, true)};
    Canvas& canvas = frame.canvas;
    const Palette& colors = canvas.colors();
    canvas.panel(box);
    const Ground ground{box.grown(-frame.px(1)), overview.picture_center, overview.picture_units_per_px};
    canvas.image(overview.picture, ground.box);
    const Rect shown = shown_on(frame, ground, overview.shown);
    canvas.outline(shown, colors.accent, frame.px(1.5F), frame.px(2));
    canvas.outline(box, colors.border, frame.px(1), frame.px(4));

    const Press press = frame.widgets.press_pointer("overview", box);
    if (press.is_hovered && !press.is_held && press.warmth >= 1)
        frame.tooltip = Tooltip{std::string{frame.tr("overview.tip")}, box};
    if (!press.is_held) {
        state.grip.reset();
        return {};
    }
    const Point pointer{ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y};
    const Point middle = ground.to_panel(overview.shown.center());
    if (!state.grip) {
        state.grip = shown.contains(pointer) ? Point{pointer.x - middle.x, pointer.y - middle.y} : Point{};
    }
    const Point wanted{pointer.x - state.grip->x, pointer.y - state.grip->y};
    if (wanted == middle) return {};
    return {CenterOn{ground.to_map(wanted)}};
}

}  // namespace jinsha::ui
