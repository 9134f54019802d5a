#include "ui/sketch_overlay.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kLine = 2;
constexpr float kCasing = 4;
constexpr float kFaintLine = 1.5F;
constexpr float kVertex = 4.5F;  // radii
constexpr float kMiddle = 3;
constexpr float kPicked = 6;
constexpr float kHint = 8;
constexpr float kRoom = 16;  // around the points, for what is drawn there
constexpr float kStep = 64;  // the panel grows by so much, so that its texture is seldom another

Point to_point(geo::ScreenPoint p) {
    return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

/// Of all that is drawn, cut off at the window.
class Bounds {
public:
    void add(geo::ScreenPoint p) {
        left_ = std::min(left_, static_cast<float>(p.x));
        top_ = std::min(top_, static_cast<float>(p.y));
        right_ = std::max(right_, static_cast<float>(p.x));
        bottom_ = std::max(bottom_, static_cast<float>(p.y));
    }
    [[nodiscard]] Rect in(const Rect& window, float room, float step) const {
        const auto down = [&](float v) { return std::max(0.0F, std::floor((v - room) / step) * step); };
        const float left = down(std::max(left_, 0.0F)), top = down(std::max(top_, 0.0F));
        const auto up = [&](float v) { return std::ceil((v + room) / step) * step; };
        const float right = std::min(up(std::min(right_, window.right())), window.right());
        const float bottom = std::min(up(std::min(bottom_, window.bottom())), window.bottom());
        return {left, top, right - left, bottom - top};
    }

private:
    float left_{1e9F}, top_{1e9F}, right_{-1e9F}, bottom_{-1e9F};
};

Rect bounds_of(const SketchModel& sketch, const Rect& window, float room, float step) {
    Bounds bounds;
    for (const auto* lines : {&sketch.lines, &sketch.faint_lines})
        for (const auto& line : *lines)
            for (const geo::ScreenPoint p : line) bounds.add(p);
    for (const auto& handle : sketch.handles) bounds.add(handle.at);
    if (sketch.hint) bounds.add(sketch.hint->at);
    return bounds.in(window, room, step);
}

void draw_line(Frame& frame, const std::vector<geo::ScreenPoint>& line, Rgba color, float width_css_px) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        frame.canvas.line(to_point(line[i]), to_point(line[i + 1]), color, frame.px(width_css_px));
}

void draw_handle(Frame& frame, const SketchModel::Handle& handle) {
    using Kind = SketchModel::Handle::Kind;
    const Palette& colors = frame.canvas.colors();
    const Point at = to_point(handle.at);
    const float radius = frame.px(handle.kind == Kind::Middle   ? kMiddle
                                  : handle.kind == Kind::Picked ? kPicked
                                                                : kVertex);
    frame.canvas.circle(at, radius + frame.px(1.5F),
                        handle.kind == Kind::Middle ? colors.panel.with_alpha(0.8) : colors.accent);
    frame.canvas.circle(at, radius,
                        handle.kind == Kind::Vertex   ? colors.panel
                        : handle.kind == Kind::Picked ? colors.focus
                                                      : colors.accent.with_alpha(0.75));
}

/// A ring for a vertex, a cross for an edge: not by colour alone.
void draw_hint(Frame& frame, const SketchModel::Hint& hint) {
    const Palette& colors = frame.canvas.colors();
    const Point at = to_point(hint.at);
    const float reach = frame.px(kHint);
    if (hint.kind == SketchModel::Hint::Kind::Vertex) {
        frame.canvas.arc(at, reach, 0, 1, colors.panel, frame.px(4));
        frame.canvas.arc(at, reach, 0, 1, colors.focus, frame.px(2));
        return;
    }
    for (const auto& [color, width] : {std::pair{colors.panel, 4.0F}, std::pair{colors.focus, 2.0F}}) {
        frame.canvas.line({at.x - reach, at.y - reach}, {at.x + reach, at.y + reach}, color, frame.px(width));
        frame.canvas.line({at.x - reach, at.y + reach}, {at.x + reach, at.y - reach}, color, frame.px(width));
    }
}

}  // namespace

void draw_sketch(Frame& frame, const SketchModel& sketch) {
    const Rect box = bounds_of(sketch, frame.window, frame.px(kRoom), kStep);
    if (box.width <= 0 || box.height <= 0) return;
    const PanelScope scope{frame, "sketch", box, {.takes_pointer = false}};
    const Palette& colors = frame.canvas.colors();
    frame.canvas.begin_clip(box);
    for (const auto& line : sketch.lines) draw_line(frame, line, colors.panel.with_alpha(0.85), kCasing);
    for (const auto& line : sketch.lines) draw_line(frame, line, colors.accent, kLine);
    for (const auto& line : sketch.faint_lines) {
        draw_line(frame, line, colors.panel.with_alpha(0.6), kCasing);
        draw_line(frame, line, colors.accent.with_alpha(0.7), kFaintLine);
    }
    for (const auto& handle : sketch.handles) draw_handle(frame, handle);
    if (sketch.hint) draw_hint(frame, *sketch.hint);
    frame.canvas.end_clip();
}

}  // namespace jinsha::ui
