#include "scene/line_course.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace jinsha::scene {

namespace {

GridPoint between(GridPoint a, GridPoint b, double t) noexcept {
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

double distance(GridPoint a, GridPoint b) noexcept {
    return std::hypot(b.x - a.x, b.y - a.y);
}

GridPoint beside_at(const LineCourse& course, double along_px, double across_px, double radius_px) noexcept {
    const GridPoint from = course.at(along_px - radius_px), to = course.at(along_px + radius_px);
    const GridPoint on = course.at(along_px);
    const double chord = distance(from, to);
    if (chord == 0) return on;
    const double scale = across_px / chord;
    return {on.x - scale * (to.y - from.y), on.y + scale * (to.x - from.x)};
}

/// Of a step along a course and the step beside it, whether both go the same way.
bool run_on(GridPoint from, GridPoint to, GridPoint from_beside, GridPoint to_beside) noexcept {
    return (to.x - from.x) * (to_beside.x - from_beside.x) + (to.y - from.y) * (to_beside.y - from_beside.y) >
           0;
}

bool owns(const GridBox& box, GridPoint p) noexcept {
    return p.x >= box.left && p.x < box.right && p.y >= box.top && p.y < box.bottom;
}

}  // namespace

LineCourse::LineCourse(std::span<const GridPoint> points) {
    points_.reserve(points.size());
    along_.reserve(points.size());
    for (const GridPoint& p : points) {
        const double step = points_.empty() ? 0 : distance(points_.back(), p);
        if (!points_.empty() && step == 0) continue;
        along_.push_back(points_.empty() ? 0 : along_.back() + step);
        points_.push_back(p);
    }
}

LineCourse LineCourse::of(std::span<const geo::MapPoint> line, const PixelGrid& grid) {
    std::vector<GridPoint> points;
    points.reserve(line.size());
    for (const geo::MapPoint& p : line) points.push_back(grid.to_grid(p));
    return LineCourse{points};
}

std::size_t LineCourse::segment(double along_px) const noexcept {
    const auto after = std::upper_bound(along_.begin() + 1, along_.end() - 1, along_px);
    return static_cast<std::size_t>(after - along_.begin()) - 1;
}

GridPoint LineCourse::at(double along_px) const noexcept {
    if (points_.size() < 2) return points_.empty() ? GridPoint{} : points_.front();
    const std::size_t i = segment(along_px);
    const double t = (along_px - along_[i]) / (along_[i + 1] - along_[i]);
    return between(points_[i], points_[i + 1], std::clamp(t, 0.0, 1.0));
}

GridPoint LineCourse::mean(double from_px, double to_px) const noexcept {
    const double first = std::max(from_px, 0.0), last = std::min(to_px, length_px());
    if (points_.size() < 2 || !(first < last)) return at((from_px + to_px) / 2);
    GridPoint sum;
    const GridPoint base = at(first);  // sums of offsets keep their digits far from the origin
    GridPoint previous = base;
    double reached = first;
    for (std::size_t i = segment(first) + 1; reached < last; ++i) {
        const double end = i < along_.size() ? std::min(along_[i], last) : last;
        const GridPoint next = i < along_.size() && end == along_[i] ? points_[i] : at(end);
        const double weight = (end - reached) / 2;
        sum.x += weight * (previous.x - base.x + next.x - base.x);
        sum.y += weight * (previous.y - base.y + next.y - base.y);
        previous = next;
        reached = end;
    }
    return {base.x + sum.x / (last - first), base.y + sum.y / (last - first)};
}

LineCourse LineCourse::reversed() const {
    return LineCourse{std::vector<GridPoint>{points_.rbegin(), points_.rend()}};
}

SmoothPiece smoothed(const LineCourse& course, double along_px, double half_length_px, double radius_px) {
    assert(radius_px > 0);
    const double step = radius_px / 3;
    const double length = course.length_px();
    const auto mean_at = [&](double along) {
        const double radius = std::min({radius_px, along, length - along});  // 0 at the ends, which stay
        return radius > 0 ? course.mean(along - radius, along + radius) : course.at(along);
    };
    std::vector<GridPoint> points;
    const double first = std::max(0.0, along_px - half_length_px);
    const double last = std::min(length, along_px + half_length_px);
    const auto before = static_cast<int>(std::ceil((along_px - first) / step));
    const auto after = static_cast<int>(std::ceil((last - along_px) / step));
    for (int i = -before; i <= 0; ++i) points.push_back(mean_at(std::max(first, along_px + i * step)));
    const double middle = LineCourse{points}.length_px();
    for (int i = 1; i <= after; ++i) points.push_back(mean_at(std::min(last, along_px + i * step)));
    return {LineCourse{points}, middle};
}

SmoothPiece beside(const SmoothPiece& piece, double across_px, double half_length_px, double radius_px) {
    assert(radius_px > 0);
    const LineCourse& course = piece.course;
    // Without the middle itself.
    const auto points_towards = [&](double end_px, double step_px) {
        std::vector<GridPoint> points;
        double along = piece.middle_px, reached = 0;
        GridPoint last = beside_at(course, along, across_px, radius_px);
        while (reached < half_length_px && along != end_px) {
            const double next = std::abs(end_px - along) <= std::abs(step_px) ? end_px : along + step_px;
            const GridPoint point = beside_at(course, next, across_px, radius_px);
            if (!run_on(course.at(along), course.at(next), last, point)) break;
            reached += distance(last, point);
            points.push_back(point);
            last = point;
            along = next;
        }
        return points;
    };
    std::vector<GridPoint> points = points_towards(0, -radius_px / 3);
    std::ranges::reverse(points);
    points.push_back(beside_at(course, piece.middle_px, across_px, radius_px));
    const double middle = LineCourse{points}.length_px();
    const std::vector<GridPoint> after = points_towards(course.length_px(), radius_px / 3);
    points.insert(points.end(), after.begin(), after.end());
    return {LineCourse{points}, middle};
}

std::vector<LineAnchor> anchors_along(const LineCourse& course, double spacing_px, double margin_px,
                                      const GridBox& box) {
    assert(spacing_px > 0);
    const double length = course.length_px();
    const double middle = length / 2;
    const double room = middle - margin_px;  // on either side of the middle
    std::vector<LineAnchor> anchors;
    if (length == 0 || room < 0) return anchors;
    const auto most = static_cast<std::int64_t>(room / spacing_px);
    const auto points = course.points();
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const GridPoint &a = points[i], &b = points[i + 1];
        const GridBox span{std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
        if (intersection(span, box).is_empty()) continue;
        const double start = course.along(i), end = course.along(i + 1);
        const bool is_last = i + 2 == points.size();
        // Only the part of the segment inside the box: a segment may be far longer than the box is wide.
        double from = 0, to = 1;
        const auto clip = [&](double low, double high, double p, double d) {
            if (d == 0) return;
            const double t0 = (low - p) / d, t1 = (high - p) / d;
            from = std::max(from, std::min(t0, t1));
            to = std::min(to, std::max(t0, t1));
        };
        clip(box.left, box.right, a.x, b.x - a.x);
        clip(box.top, box.bottom, a.y, b.y - a.y);
        const double size = end - start;
        const auto number_at = [&](double t) { return (start + t * size - middle) / spacing_px; };
        const auto first = std::max(-most, static_cast<std::int64_t>(std::floor(number_at(from))));
        const auto last = std::min(most, static_cast<std::int64_t>(std::ceil(number_at(to))));
        for (std::int64_t number = first; number <= last; ++number) {
            const double along = middle + static_cast<double>(number) * spacing_px;
            if (along < start || (is_last ? along > end : along >= end)) continue;
            const LineAnchor anchor{number, along, course.at(along)};
            if (owns(box, anchor.point)) anchors.push_back(anchor);
        }
    }
    return anchors;
}

}  // namespace jinsha::scene
