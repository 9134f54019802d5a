#include "ui/drawn_on_map.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {

namespace {

constexpr float kPiece = 160;

/// The part of a segment inside of `box`, by Liang and Barsky (1984); false when there is none.
bool clip(const Rect& box, Point& a, Point& b) {
    const float dx = b.x - a.x;
    const float dy = b.y - a.y;
    float from = 0;
    float to = 1;
    const auto cut = [&](float direction, float distance) {
        if (direction == 0) return distance >= 0;
        const float at = distance / direction;
        if (direction < 0) from = std::max(from, at);
        if (direction > 0) to = std::min(to, at);
        return from <= to;
    };
    if (!cut(-dx, a.x - box.left) || !cut(dx, box.right() - a.x)) return false;
    if (!cut(-dy, a.y - box.top) || !cut(dy, box.bottom() - a.y)) return false;
    const Point start = a;
    a = {start.x + from * dx, start.y + from * dy};
    b = {start.x + to * dx, start.y + to * dy};
    return true;
}

}  // namespace

void LinesOnMap::draw(const std::vector<geo::ScreenPoint>& line) {
    for (std::size_t i = 1; i < line.size(); ++i) draw(point_of(line[i - 1]), point_of(line[i]));
}

void LinesOnMap::draw(Point a, Point b) {
    if (!clip(frame_.window.grown(frame_.px(8)), a, b)) return;
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    const int pieces = std::max(1, static_cast<int>(std::ceil(length / frame_.px(kPiece))));
    for (int i = 0; i < pieces; ++i) {
        const auto at = [&](int n) {
            const float share = static_cast<float>(n) / static_cast<float>(pieces);
            return Point{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
        };
        draw_piece(at(i), at(i + 1));
    }
}

void LinesOnMap::draw_piece(Point a, Point b) {
    const float reach = frame_.px(4);
    const Rect box{std::floor(std::min(a.x, b.x) - reach), std::floor(std::min(a.y, b.y) - reach),
                   std::ceil(std::abs(a.x - b.x) + 2 * reach) + 1,
                   std::ceil(std::abs(a.y - b.y) + 2 * reach) + 1};
    const PanelScope scope{
        frame_, name_ + " line " + std::to_string(count_++), box, {.takes_pointer = false}};
    const Palette& colors = frame_.canvas.colors();
    frame_.canvas.line(a, b, colors.map_halo, frame_.px(5));
    frame_.canvas.line(a, b, colors.accent, frame_.px(2));
}

void draw_place_on_map(Frame& frame, const std::string& name, geo::ScreenPoint place, std::size_t number) {
    const Point at = point_of(place);
    const float radius = frame.px(6);
    const Rect box{std::floor(at.x - radius), std::floor(at.y - radius), 2 * radius + 1, 2 * radius + 1};
    if (box.right() < 0 || box.left > frame.window.right() || box.bottom() < 0 ||
        box.top > frame.window.bottom())
        return;
    const PanelScope scope{frame, name + " place " + std::to_string(number), box, {.takes_pointer = false}};
    frame.canvas.circle(at, frame.px(5), frame.canvas.colors().accent);
    frame.canvas.circle(at, frame.px(3), frame.canvas.colors().panel);
}

}  // namespace jinsha::ui
