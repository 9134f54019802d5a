#pragma once

#include "geo/envelope.hpp"
#include "geo/points.hpp"
#include "geo/spatial_index.hpp"
#include "map/feature_key.hpp"
#include "map/zoom_scale.hpp"
#include "symbol/cluster_drawing.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace jinsha::scene {

/// A feature that may be part of a cluster.
struct ClusterPoint {
    geo::MapPoint at;
    map::FeatureKey feature;
    std::uint8_t theme{};  // place in symbol::themes(), or their number for any other theme
};

/// How near features must be to be shown as one.
struct ClusterRules {
    map::ZoomScale scale{0, 1};
    double radius_px{40};  // CSS pixels at a whole zoom, > 0
    int max_zoom{18};      // from max_zoom + 1 on only what is on one spot is a cluster; 0 to 22
};

/// Several features shown as one. Exists at the whole zooms min_level to max_level.
struct Cluster {
    geo::MapPoint at;  // mean of its members
    std::uint32_t first{}, count{};
    std::int8_t min_level{}, max_level{};
};

/// Clusters of features at all zooms: those of a zoom are merged from those of the next closer one, so that a
/// cluster falls apart, but never exchanges members, when one comes closer. At each zoom what is shown (the
/// middles of clusters and what is in none) is at least the radius apart, and a cluster has at least two
/// members. Built level by level in O(features) steps each; immutable afterwards, any number of threads.
///
/// Greedy merging of a sorted hierarchy, as in Agafonkin's "Clustering millions of points on a map" (2016),
/// but by a grid, and repeated until nothing is left within the radius.
class ClusterTree {
public:
    /// Nothing when `cancelled` became true. `points` in an order that depends on the data alone; a feature
    /// comes once.
    [[nodiscard]] static std::optional<ClusterTree> build(std::span<const ClusterPoint> points,
                                                          const ClusterRules& rules,
                                                          const std::atomic<bool>& cancelled);

    /// The level of a zoom: its floor, from 0 to rules.max_zoom + 1.
    [[nodiscard]] int level(double zoom) const noexcept;

    [[nodiscard]] const Cluster& cluster(std::uint32_t number) const noexcept { return clusters_[number]; }
    /// Numbers of the clusters of a level with their middle in `box`, ascending.
    [[nodiscard]] std::vector<std::uint32_t> find(int level, const geo::Envelope& box) const;
    /// Of all middles, at all levels; empty when there are no clusters.
    [[nodiscard]] const geo::Envelope& extent() const noexcept { return index_.extent(); }
    /// Is the feature shown by a cluster at that level, and not by itself?
    [[nodiscard]] bool is_clustered(map::FeatureKey feature, int level) const noexcept;

    [[nodiscard]] std::span<const map::FeatureKey> members(std::uint32_t number) const noexcept;
    /// Of its members.
    [[nodiscard]] geo::Envelope extent(std::uint32_t number) const noexcept;
    [[nodiscard]] std::vector<symbol::ThemeCount> theme_counts(std::uint32_t number) const;
    /// The least whole zoom at which it has fallen apart; none when its members are on one spot.
    [[nodiscard]] std::optional<int> splits_at(std::uint32_t number) const noexcept;

private:
    ClusterTree() = default;
    void keep_members(std::span<const ClusterPoint> points, std::span<const std::uint32_t> order);
    void note_levels();

    int spot_level_{};
    std::vector<Cluster> clusters_;
    // Of all members, those of a cluster side by side.
    std::vector<map::FeatureKey> features_;
    std::vector<geo::MapPoint> places_;
    std::vector<std::uint8_t> themes_;
    geo::SpatialIndex index_;                                // of the middles
    std::vector<std::vector<std::int8_t>> clustered_up_to_;  // by source and feature; below 0: never
};

}  // namespace jinsha::scene
