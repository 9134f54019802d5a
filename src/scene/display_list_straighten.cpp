#include "scene/display_list_straighten.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace jinsha::scene {

namespace {

constexpr double kTolerance = kSubPixels / 8.0;
constexpr std::size_t kFewestOfRing = 3;

/// A number that tells neighbours apart and knows no direction.
std::uint64_t lot(WorldPoint p) noexcept {
    const auto mixed = static_cast<std::uint64_t>(p.x) * 0x9E3779B97F4A7C15ULL +
                       static_cast<std::uint64_t>(p.y) * 0xC2B2AE3D27D4EB4FULL;
    return mixed ^ (mixed >> 29);
}

/// Whether `p` lies beside the way from `a` to `b`, near enough to it. Exact in whole numbers up to the last
/// comparison, so that the answer is the same from b to a.
bool is_nearly_between(WorldPoint a, WorldPoint p, WorldPoint b) noexcept {
    constexpr std::int64_t kLongest = 4096 * kSubPixels;
    const std::int64_t dx = b.x - a.x, dy = b.y - a.y;
    if (std::abs(dx) > kLongest || std::abs(dy) > kLongest) return false;
    const std::int64_t px = p.x - a.x, py = p.y - a.y;
    if (std::abs(px) > kLongest || std::abs(py) > kLongest) return false;
    const std::int64_t along = px * dx + py * dy, square = dx * dx + dy * dy;
    if (along < 0 || along > square) return false;
    const auto across = static_cast<double>(px * dy - py * dx);
    return across * across <= kTolerance * kTolerance * static_cast<double>(square);
}

/// One pass over the points [first, last) of `path`, where `before` and `after` are what comes before and
/// after them. Moves together what stays and returns its end.
std::size_t pass(std::vector<WorldPoint>& path, std::size_t first, std::size_t last, WorldPoint before,
                 WorldPoint after, std::size_t fewest) {
    std::size_t end = first, left = last - first;
    std::uint64_t lot_before = lot(before), lot_here = first < last ? lot(path[first]) : 0;
    for (std::size_t i = first; i < last; ++i) {
        const WorldPoint here = path[i];
        const WorldPoint next = i + 1 < last ? path[i + 1] : after;
        const std::uint64_t lot_next = lot(next);
        if (lot_here > lot_before && lot_here > lot_next && left > fewest &&
            is_nearly_between(before, here, next)) {
            --left;
        } else {
            path[end++] = here;
        }
        before = here;
        lot_before = lot_here;
        lot_here = lot_next;
    }
    return end;
}

}  // namespace

void drop_straight_points(std::vector<WorldPoint>& path) {
    constexpr int kPasses = 3;
    if (path.size() < 3) return;
    const bool is_ring = path.front() == path.back();
    for (int i = 0; i < kPasses; ++i) {
        const std::size_t last = path.size() - 1;
        if (is_ring) {
            path.resize(pass(path, 0, last, path[last - 1], path.front(), kFewestOfRing));
            path.push_back(WorldPoint{path.front()});
        } else {
            const WorldPoint end_point = path.back();
            path.resize(pass(path, 1, last, path.front(), end_point, 0));
            path.push_back(end_point);
        }
    }
}

}  // namespace jinsha::scene
