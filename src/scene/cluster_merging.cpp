#include "scene/cluster_merging.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <utility>

namespace jinsha::scene {

namespace {

constexpr std::size_t kItemsBetweenLooks = 4096;  // at whether it was cancelled

/// Spreads the lower 20 bits out, so that there is a free one after each.
std::uint64_t spread_bits(std::uint64_t x) {
    x = (x | x << 16) & 0x0000'FFFF'0000'FFFFu;
    x = (x | x << 8) & 0x00FF'00FF'00FF'00FFu;
    x = (x | x << 4) & 0x0F0F'0F0F'0F0F'0F0Fu;
    x = (x | x << 2) & 0x3333'3333'3333'3333u;
    return (x | x << 1) & 0x5555'5555'5555'5555u;
}

/// Places of the points along a Morton curve, so that what is near is near in memory, which is most of the
/// time that merging takes.
std::vector<std::uint32_t> along_a_curve(std::span<const ClusterPoint> points) {
    geo::Envelope extent;
    for (const ClusterPoint& p : points) extent.extend(p.at);
    const double side = std::max({extent.width(), extent.height(), 1e-9});
    const auto step = [side](double offset) {
        return spread_bits(static_cast<std::uint64_t>(offset / side * 0xF'FFFF));
    };
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
    keyed.reserve(points.size());
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        const geo::MapPoint at = points[i].at;
        keyed.emplace_back(step(at.x - extent.min_x) | step(at.y - extent.min_y) << 1, i);
    }
    std::ranges::sort(keyed);
    std::vector<std::uint32_t> order;
    order.reserve(points.size());
    for (const auto& [key, i] : keyed) order.push_back(i);
    return order;
}

}  // namespace

class ClusterMerging::Grid {
public:
    Grid(const std::vector<Item>& items, double side, std::size_t expected)
        : items_{items},
          side_{side},
          side_bits_{static_cast<int>(std::bit_width(2 * std::max<std::size_t>(expected, 8)) + 1) / 2},
          side_mask_{(std::uint64_t{1} << side_bits_) - 1},
          first_(std::size_t{1} << 2 * side_bits_, kNone),
          next_(items.size(), kNone) {}

    void add(std::uint32_t item) {
        if (next_.size() < items_.size()) next_.resize(items_.size(), kNone);
        const geo::MapPoint at = items_[item].at;
        std::uint32_t& first = bucket(index(at.x), index(at.y));
        next_[item] = std::exchange(first, item);
    }

    /// Others that live within the radius of an item. What was taken up is forgotten on the way, so that a
    /// crowd on one spot is walked through once.
    void find_near(std::uint32_t item, std::vector<std::uint32_t>& near) {
        near.clear();
        const geo::MapPoint at = items_[item].at;
        const std::int64_t column = index(at.x), row = index(at.y);
        std::array<std::uint32_t*, 9> seen{};  // two squares may share a bucket
        std::size_t count = 0;
        for (std::int64_t y = row - 1; y <= row + 1; ++y) {
            for (std::int64_t x = column - 1; x <= column + 1; ++x) {
                std::uint32_t* const first = &bucket(x, y);
                if (std::find(seen.begin(), seen.begin() + count, first) != seen.begin() + count) continue;
                seen[count++] = first;
                collect(first, item, near);
            }
        }
    }

private:
    [[nodiscard]] std::int64_t index(double coordinate) const noexcept {
        return static_cast<std::int64_t>(std::floor(coordinate / side_));
    }
    [[nodiscard]] std::uint32_t& bucket(std::int64_t column, std::int64_t row) noexcept {
        // Neighbouring squares have neighbouring buckets; what lies a whole table farther on is scattered.
        const auto x = static_cast<std::uint64_t>(column), y = static_cast<std::uint64_t>(row);
        const std::uint64_t near = (y & side_mask_) << side_bits_ | (x & side_mask_);
        const std::uint64_t far =
            (x >> side_bits_) * 0x9E37'79B9'7F4A'7C15u ^ (y >> side_bits_) * 0xC2B2'AE3D'27D4'EB4Fu;
        return first_[(near ^ (far >> 32)) & (first_.size() - 1)];
    }
    void collect(std::uint32_t* link, std::uint32_t item, std::vector<std::uint32_t>& near) {
        const geo::MapPoint at = items_[item].at;
        while (*link != kNone) {
            const std::uint32_t other = *link;
            if (items_[other].count == 0) {
                *link = next_[other];
                continue;
            }
            const double dx = items_[other].at.x - at.x, dy = items_[other].at.y - at.y;
            if (other != item && dx * dx + dy * dy < side_ * side_) near.push_back(other);
            link = &next_[other];
        }
    }

    const std::vector<Item>& items_;
    double side_;
    int side_bits_;
    std::uint64_t side_mask_;
    std::vector<std::uint32_t> first_, next_;
};

ClusterMerging::ClusterMerging(std::span<const ClusterPoint> points) {
    items_.reserve(points.size());
    for (const std::uint32_t i : along_a_curve(points)) items_.push_back({points[i].at, 1, i, i, kNone});
    living_.resize(points.size());
    for (std::uint32_t i = 0; i < points.size(); ++i) living_[i] = i;
    next_member_.assign(points.size(), kNone);
}

bool ClusterMerging::merge(double radius_map_units, int level, const std::atomic<bool>& cancelled) {
    level_ = level;
    Grid grid{items_, radius_map_units, living_.size()};
    for (const std::uint32_t item : living_) grid.add(item);
    // What was merged lies elsewhere than its parts and is asked again, after all others.
    std::vector<std::uint32_t> seeds = living_, near;
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        if (i % kItemsBetweenLooks == 0 && cancelled.load(std::memory_order_relaxed)) return false;
        if (items_[seeds[i]].count == 0) continue;
        grid.find_near(seeds[i], near);
        if (near.empty()) continue;
        take_up(seeds[i], near);
        const auto merged = static_cast<std::uint32_t>(items_.size() - 1);
        grid.add(merged);
        seeds.push_back(merged);
    }
    if (seeds.size() > living_.size()) keep_living(level);  // else all is as it was
    return true;
}

void ClusterMerging::take_up(std::uint32_t seed, std::span<const std::uint32_t> others) {
    Item merged = items_[seed];
    const geo::MapPoint base = merged.at;  // sums of offsets keep their digits far from the origin
    double dx = 0, dy = 0;
    for (const std::uint32_t other : others) {
        Item& item = items_[other];
        dx += (item.at.x - base.x) * item.count;
        dy += (item.at.y - base.y) * item.count;
        merged.count += item.count;
        next_member_[merged.tail] = item.head;
        merged.tail = item.tail;
        drop(item, level_);
    }
    drop(items_[seed], level_);
    merged.at = {base.x + dx / merged.count, base.y + dy / merged.count};
    merged.cluster = kNone;
    items_.push_back(merged);
}

void ClusterMerging::drop(Item& item, int level) {
    item.count = 0;
    if (item.cluster != kNone) clusters_[item.cluster].min_level = static_cast<std::int8_t>(level + 1);
}

/// Goes on with what nothing has taken up; merged items are clusters from here on.
void ClusterMerging::keep_living(int level) {
    std::vector<Item> items;
    std::vector<std::uint32_t> living;
    for (Item& item : items_) {
        if (item.count == 0) continue;
        if (item.count > 1 && item.cluster == kNone) {
            item.cluster = static_cast<std::uint32_t>(clusters_.size());
            clusters_.push_back({item.at, item.head, item.count, 0, static_cast<std::int8_t>(level)});
        }
        living.push_back(static_cast<std::uint32_t>(items.size()));
        items.push_back(item);
    }
    items_ = std::move(items);
    living_ = std::move(living);
}

ClusterMerging::Result ClusterMerging::finish() {
    std::vector<std::uint32_t> place(next_member_.size()), order;
    for (const Item& item : items_) {
        if (item.count < 2) continue;
        for (std::uint32_t point = item.head;; point = next_member_[point]) {
            place[point] = static_cast<std::uint32_t>(order.size());
            order.push_back(point);
            if (point == item.tail) break;
        }
    }
    for (Cluster& cluster : clusters_) cluster.first = place[cluster.first];
    return {std::move(clusters_), std::move(order)};
}

}  // namespace jinsha::scene
