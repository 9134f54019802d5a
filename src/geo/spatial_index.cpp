#include "geo/spatial_index.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::geo {
namespace {

constexpr std::uint32_t kHilbertOrder = 16;  // the curve visits 65,536 × 65,536 cells

/// The distance of a cell along the Hilbert curve (D. Hilbert 1891, as turned into steps by J. Skilling 2004
/// for two dimensions).
std::uint32_t hilbert_distance(std::uint32_t x, std::uint32_t y) noexcept {
    std::uint32_t distance = 0;
    for (std::uint32_t half = 1U << (kHilbertOrder - 1); half > 0; half >>= 1U) {
        const bool right = (x & half) != 0, upper = (y & half) != 0;
        distance = distance * 4 + ((right ? 3U : 0U) ^ (upper ? 1U : 0U));
        if (upper) continue;
        if (right) {  // the lower quarters are turned, so that the ends meet
            x = ~x;
            y = ~y;
        }
        std::swap(x, y);
    }
    return distance;
}

std::uint32_t cell_of(double value, double low, double size) noexcept {
    constexpr double kCells = 1U << kHilbertOrder;
    return size > 0 ? static_cast<std::uint32_t>(std::min((value - low) / size * kCells, kCells - 1)) : 0;
}

}  // namespace

SpatialIndex::SpatialIndex(std::span<const Envelope> envelopes) {
    for (const Envelope& box : envelopes) extent_.extend(box);

    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;  // along the curve, place in the list
    order.reserve(envelopes.size());
    for (std::uint32_t i = 0; i < envelopes.size(); ++i) {
        if (envelopes[i].is_empty()) continue;
        const MapPoint c = envelopes[i].center();
        order.emplace_back(hilbert_distance(cell_of(c.x, extent_.min_x, extent_.width()),
                                            cell_of(c.y, extent_.min_y, extent_.height())),
                           i);
    }
    std::sort(order.begin(), order.end());

    items_.reserve(order.size());
    boxes_.reserve(order.size() + order.size() / (kNodeSize - 1) + 8);
    for (const auto& [along, item] : order) {
        items_.push_back(item);
        boxes_.push_back(envelopes[item]);
    }
    level_ends_.push_back(boxes_.size());
    std::size_t begin = 0;
    while (level_ends_.back() - begin > 1) {
        const std::size_t end = level_ends_.back();
        for (std::size_t first = begin; first < end; first += kNodeSize) {
            Envelope parent;
            for (std::size_t i = first; i < std::min(first + kNodeSize, end); ++i) parent.extend(boxes_[i]);
            boxes_.push_back(parent);
        }
        level_ends_.push_back(boxes_.size());
        begin = end;
    }
}

std::vector<std::uint32_t> SpatialIndex::query(const Envelope& box) const {
    std::vector<std::uint32_t> found;
    if (boxes_.empty() || !boxes_.back().intersects(box)) return found;

    struct Node {
        std::size_t level, place;  // place within the level
    };
    std::vector<Node> pending{{level_ends_.size() - 1, 0}};
    while (!pending.empty()) {
        const Node node = pending.back();
        pending.pop_back();
        if (node.level == 0) {
            found.push_back(items_[node.place]);
            continue;
        }
        const std::size_t below = node.level - 1;
        const std::size_t level_begin = below == 0 ? 0 : level_ends_[below - 1];
        const std::size_t first = level_begin + node.place * kNodeSize;
        const std::size_t last = std::min(first + kNodeSize, level_ends_[below]);
        for (std::size_t i = first; i < last; ++i)
            if (boxes_[i].intersects(box)) pending.push_back({below, i - level_begin});
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace jinsha::geo
