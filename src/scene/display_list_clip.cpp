#include "scene/display_list_clip.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::scene {

namespace {

constexpr std::int64_t kPiece = 16 * kSubPixels;  // the longest piece near the rectangle, along each axis

bool is_short(WorldPoint a, WorldPoint b) {
    return std::abs(b.x - a.x) <= kPiece && std::abs(b.y - a.y) <= kPiece;
}

/// Rounded down; the same from both ends.
WorldPoint middle(WorldPoint a, WorldPoint b) {
    return {(a.x + b.x) >> 1, (a.y + b.y) >> 1};
}

std::int64_t whole_pixels(double px) {
    return static_cast<std::int64_t>(std::ceil(px)) * kSubPixels;
}

}  // namespace

RectClip::RectClip(const GridRect& rect, DisplayList& list)
    : list_{list},
      corner_{rect.left * kSubPixels, rect.top * kSubPixels},
      size_{std::int64_t{rect.width} * kSubPixels, std::int64_t{rect.height} * kSubPixels},
      margin_{grown(kPiece)} {}

RectClip::Place RectClip::place(WorldPoint p, double reach_px) const {
    const WorldPoint q = local(p);
    if (!grown(whole_pixels(reach_px)).contains(q)) return {};
    return {{static_cast<std::int32_t>(q.x), static_cast<std::int32_t>(q.y)}, true};
}

RectClip::Box RectClip::near_strokes(double reach_px) const noexcept {
    return grown(whole_pixels(reach_px) + kPiece);
}

void RectClip::push(WorldPoint p) {
    const SubPixelPoint point{static_cast<std::int32_t>(p.x), static_cast<std::int32_t>(p.y)};
    if (list_.points.size() > part_begin_ && list_.points.back() == point) return;
    list_.points.push_back(point);
}

void RectClip::end_part() {
    if (list_.points.size() - part_begin_ > 1) {
        list_.part_ends.push_back(static_cast<std::uint32_t>(list_.points.size()));
    } else {
        list_.points.resize(part_begin_);
    }
    part_begin_ = list_.points.size();
}

RectClip::Box RectClip::box_of(std::span<const WorldPoint> ring) const noexcept {
    WorldPoint low = ring.front(), high = low;
    for (const WorldPoint& p : ring) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    low = local(low);
    high = local(high);
    return {low.x, low.y, high.x, high.y};
}

bool RectClip::add_ring(std::span<const WorldPoint> ring) {
    if (ring.size() < 4) return false;
    const Box box = box_of(ring);
    if (grown(0).is_beside({box.left, box.top}, {box.right, box.bottom})) return false;
    part_begin_ = list_.points.size();
    push_to_margin(local(ring.front()));
    for (std::size_t i = 1; i < ring.size(); ++i) walk_ring(local(ring[i - 1]), local(ring[i]));
    const std::size_t parts_before = list_.part_ends.size();
    end_part();
    return list_.part_ends.size() > parts_before;
}

bool RectClip::add_inner_ring(std::span<const WorldPoint> ring) {
    if (ring.size() < 4) return false;
    const Box box = box_of(ring);
    if (!grown(0).contains({box.left, box.top}) || !grown(0).contains({box.right, box.bottom})) return false;
    part_begin_ = list_.points.size();
    push(local(ring.front()));
    for (std::size_t i = 1; i < ring.size(); ++i) walk_inside(local(ring[i - 1]), local(ring[i]));
    end_part();
    return true;
}

void RectClip::walk_inside(WorldPoint a, WorldPoint b) {
    if (is_short(a, b)) return push(b);
    const WorldPoint m = middle(a, b);
    walk_inside(a, m);
    walk_inside(m, b);
}

void RectClip::walk_ring(WorldPoint a, WorldPoint b) {
    if (is_short(a, b) || grown(0).is_beside(a, b)) {
        push_to_margin(b);
        return;
    }
    const WorldPoint m = middle(a, b);
    walk_ring(a, m);
    walk_ring(m, b);
}

void RectClip::push_to_margin(WorldPoint p) {
    const WorldPoint q{std::clamp(p.x, margin_.left, margin_.right),
                       std::clamp(p.y, margin_.top, margin_.bottom)};
    // Of several points on one side of the margin only the first and the last matter.
    const auto& points = list_.points;
    if (points.size() >= part_begin_ + 2) {
        const SubPixelPoint one = points[points.size() - 2], two = points.back();
        const bool along_side = (q.x == margin_.left || q.x == margin_.right) && one.x == q.x && two.x == q.x;
        const bool along_end = (q.y == margin_.top || q.y == margin_.bottom) && one.y == q.y && two.y == q.y;
        if (along_side || along_end) list_.points.pop_back();
    }
    push(q);
}

void RectClip::add_line(std::span<const WorldPoint> line, double reach_px) {
    if (line.size() < 2) return;
    const Box box = near_strokes(reach_px);
    const std::size_t first_part = list_.part_ends.size();
    part_begin_ = list_.points.size();
    for (std::size_t i = 1; i < line.size(); ++i) walk_line(local(line[i - 1]), local(line[i]), box);
    end_part();
    if (line.front() == line.back()) join_ring(first_part);
}

void RectClip::walk_line(WorldPoint a, WorldPoint b, const Box& box) {
    if (box.is_beside(a, b)) {
        end_part();
    } else if (is_short(a, b)) {
        push(a);
        push(b);
    } else {
        const WorldPoint m = middle(a, b);
        walk_line(a, m, box);
        walk_line(m, b, box);
    }
}

/// Where a ring was cut elsewhere, its first part, which begins where the ring does, goes on from the last.
void RectClip::join_ring(std::size_t first_part) {
    if (list_.part_ends.size() < first_part + 2) return;
    const auto begin = static_cast<std::ptrdiff_t>(first_part == 0 ? 0 : list_.part_ends[first_part - 1]);
    const std::uint32_t length = list_.part_ends[first_part] - static_cast<std::uint32_t>(begin);
    auto& points = list_.points;
    if (points.back() != points[static_cast<std::size_t>(begin)]) return;
    points.pop_back();
    std::rotate(points.begin() + begin, points.begin() + begin + length, points.end());
    auto& ends = list_.part_ends;
    for (std::size_t i = first_part; i + 1 < ends.size(); ++i) ends[i] = ends[i + 1] - length;
    ends.pop_back();
    ends.back() = static_cast<std::uint32_t>(points.size());
    part_begin_ = points.size();
}

void RectClip::add_dashed_line(std::span<const WorldPoint> line, double reach_px) {
    if (line.size() < 2) return;
    const Box box = near_strokes(reach_px);
    part_begin_ = list_.points.size();
    along_px_ = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] != line[i - 1]) walk_dashed_line(local(line[i - 1]), local(line[i]), box);
    }
    end_part();
}

/// Also goes through what is dropped piece by piece, as lengths only add up to the same sum when the same
/// pieces are added; only where that would take too long it goes at once.
void RectClip::walk_dashed_line(WorldPoint a, WorldPoint b, const Box& box) {
    constexpr std::int64_t kTooLong = 65'536 * kSubPixels;
    const bool is_beside = box.is_beside(a, b);
    const bool is_too_long = std::abs(b.x - a.x) > kTooLong || std::abs(b.y - a.y) > kTooLong;
    if (is_short(a, b) || (is_beside && is_too_long)) {
        if (is_beside) {
            end_part();
        } else {
            if (list_.points.size() == part_begin_) list_.dash_offsets.push_back(along_px_);
            push(a);
            push(b);
        }
        along_px_ += length_px(static_cast<double>(b.x - a.x), static_cast<double>(b.y - a.y));
        return;
    }
    const WorldPoint m = middle(a, b);
    walk_dashed_line(a, m, box);
    walk_dashed_line(m, b, box);
}

}  // namespace jinsha::scene
