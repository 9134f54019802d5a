#include "geo/spatial_index.hpp"

#include "geo/hilbert_order.hpp"

#include <algorithm>

namespace jinsha::geo {

SpatialIndex::SpatialIndex(std::span<const Envelope> envelopes) {
    for (const Envelope& box : envelopes) extent_.extend(box);

    const std::vector<std::uint32_t> order = hilbert_order(envelopes, extent_);
    items_.reserve(order.size());
    boxes_.reserve(order.size() + order.size() / (kNodeSize - 1) + 8);
    for (const std::uint32_t item : order) {
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
