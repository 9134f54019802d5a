#pragma once

#include "scene/cluster_tree.hpp"

#include <atomic>
#include <cstdint>
#include <span>
#include <vector>

namespace jinsha::scene {

/// Merges points level by level into clusters, for ClusterTree.
class ClusterMerging {
public:
    explicit ClusterMerging(std::span<const ClusterPoint> points);

    /// Merges what is within `radius_map_units` of each other until nothing is, as the clusters of `level`.
    /// Levels come from the closest to the farthest. False when `cancelled` became true.
    [[nodiscard]] bool merge(double radius_map_units, int level, const std::atomic<bool>& cancelled);

    struct Result {
        std::vector<Cluster> clusters;
        std::vector<std::uint32_t> order;  // places of points in clusters, those of a cluster side by side
    };
    [[nodiscard]] Result finish();

private:
    static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

    /// A point or a cluster that nothing has taken up yet. Its members are a list through next_member_, so
    /// joining two keeps the members of each side by side.
    struct Item {
        geo::MapPoint at;
        std::uint32_t count{};  // 0: taken up by another
        std::uint32_t head{}, tail{};
        std::uint32_t cluster{kNone};  // in clusters_, once it was one at some level
    };

    /// Items by squares as wide as the radius, so that those within it are in a square and its neighbours.
    class Grid;

    void take_up(std::uint32_t seed, std::span<const std::uint32_t> others);
    void drop(Item& item, int level);
    void keep_living(int level);

    int level_{};
    std::vector<Item> items_;
    std::vector<std::uint32_t> living_;
    std::vector<std::uint32_t> next_member_;  // of each point
    std::vector<Cluster> clusters_;           // `first` is a point until finish
};

}  // namespace jinsha::scene
