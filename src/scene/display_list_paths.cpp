#include "scene/display_list_paths.hpp"

#include "geo/simplify.hpp"
#include "scene/display_list_straighten.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace jinsha::scene {

namespace {

/// Rings with no more points than these are taken as they are.
constexpr std::size_t kFewPoints = 8;

/// Half a pixel, on the grid of the world.
geo::CellGrid cells(const PixelGrid& grid) {
    return {grid.origin, grid.units_per_pixel / 2};
}

std::int64_t rounded(double steps) {
    constexpr double kFarthest = 0x1p47;
    constexpr std::int64_t kBias = std::int64_t{1} << 48;
    const double near =
        std::max(-kFarthest, std::min(kFarthest, steps));  // in this order NaN becomes a number
    // A cast is one instruction where std::llround is a call, but it rounds towards zero: so everything is
    // made positive first.
    return static_cast<std::int64_t>(near + (static_cast<double>(kBias) + 0.5)) - kBias;
}

/// The way from one point to the next: a direction of length 1, and how far, in steps.
struct Step {
    double x{}, y{}, length{};
};

Step step(WorldPoint from, WorldPoint to) {
    const auto dx = static_cast<double>(to.x - from.x);
    const auto dy = static_cast<double>(to.y - from.y);
    const double length = std::sqrt(dx * dx + dy * dy);
    return {dx / length, dy / length, length};
}

/// Appends the corner between two steps, moved to their right (y is down: the right of (x, y) is (-y, x)).
void append_offset_corner(WorldPoint corner, const Step& in, const Step& out, double offset,
                          std::vector<WorldPoint>& line) {
    const auto append = [&](double x, double y) {
        line.push_back({corner.x + std::llround(x), corner.y + std::llround(y)});
    };
    // Miter: the point whose distance from both moved lines is nought, (n1 + n2) / (1 + n1 · n2) times the
    // offset.
    const double cosine = in.x * out.x + in.y * out.y;
    const double turn = in.x * out.y - in.y * out.x;  // > 0: to the right
    const bool is_inside = turn * offset > 0;
    const double along = std::abs(offset * turn) / (1 + cosine);  // how far the miter reaches along a step
    const bool fits = is_inside ? along <= std::min(in.length, out.length) : 2 / (1 + cosine) <= 4;
    if (cosine > -0.99 && fits) {
        const double share = offset / (1 + cosine);
        append(-(in.y + out.y) * share, (in.x + out.x) * share);
    } else {
        append(-in.y * offset, in.x * offset);
        append(-out.y * offset, out.x * offset);
    }
}

}  // namespace

double length_px(double dx, double dy) noexcept {
    return std::sqrt(dx * dx + dy * dy) / kSubPixels;
}

WorldPoint PathReader::to_world(geo::MapPoint p) const noexcept {
    return {rounded((p.x - grid_.origin.x) * steps_per_unit_),
            rounded((grid_.origin.y - p.y) * steps_per_unit_)};
}

std::vector<WorldPoint>& PathReader::in_world(std::span<const geo::MapPoint> points, WorldPoint shift) {
    path_.clear();
    path_.reserve(points.size());
    for (const geo::MapPoint& p : points) {
        const WorldPoint q = to_world(p);
        path_.push_back({q.x + shift.x, q.y + shift.y});
    }
    return path_;
}

std::vector<WorldPoint>& PathReader::line(std::span<const geo::MapPoint> line, WorldPoint shift) {
    simplified_.clear();
    geo::simplify_line(line, cells(grid_), simplified_);
    drop_straight_points(in_world(simplified_, shift));
    return path_;
}

std::vector<WorldPoint>& PathReader::ring(std::span<const geo::MapPoint> ring, WorldPoint shift) {
    if (ring.size() <= kFewPoints) return in_world(ring, shift);
    simplified_.clear();
    geo::simplify_ring(ring, cells(grid_), simplified_);
    drop_straight_points(in_world(simplified_, shift));
    return path_;
}

std::vector<WorldPoint> moved_aside(std::span<const WorldPoint> line, double offset_px) {
    std::vector<WorldPoint> from, moved;
    std::ranges::unique_copy(line, std::back_inserter(from));
    if (from.size() < 2) return moved;
    const double offset = offset_px * kSubPixels;
    const bool is_ring = from.size() > 3 && from.front() == from.back();
    const std::size_t count = from.size();
    for (std::size_t i = 0; i < (is_ring ? count - 1 : count); ++i) {
        const bool has_before = i > 0 || is_ring;
        const bool has_after = i + 1 < count || is_ring;
        const WorldPoint before = i > 0 ? from[i - 1] : from[count - 2];
        const WorldPoint after = i + 1 < count ? from[i + 1] : from[1];
        const Step in = has_before ? step(before, from[i]) : step(from[i], after);
        const Step out = has_after ? step(from[i], after) : in;
        append_offset_corner(from[i], in, out, offset, moved);
    }
    if (is_ring) moved.push_back(WorldPoint{moved.front()});
    return moved;
}

}  // namespace jinsha::scene
