#include "scene/cluster_tree.hpp"

#include "scene/cluster_merging.hpp"
#include "symbol/theme_palette.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>

namespace jinsha::scene {

namespace {

// No map comes closer: what is within the radius there is on one spot.
constexpr double kClosestZoom = 22;

}  // namespace

std::optional<ClusterTree> ClusterTree::build(std::span<const ClusterPoint> points, const ClusterRules& rules,
                                              const std::atomic<bool>& cancelled) {
    assert(rules.radius_px > 0 && rules.max_zoom >= 0 && rules.max_zoom <= kClosestZoom);
    ClusterTree tree;
    tree.spot_level_ = rules.max_zoom + 1;
    ClusterMerging merging{points};
    for (int level = tree.spot_level_; level >= 0; --level) {
        const double zoom = level == tree.spot_level_ ? kClosestZoom : level;
        if (!merging.merge(rules.radius_px * rules.scale.units_per_px(zoom), level, cancelled)) return {};
    }
    auto merged = merging.finish();
    tree.clusters_ = std::move(merged.clusters);
    tree.keep_members(points, merged.order);
    tree.note_levels();
    return tree;
}

void ClusterTree::keep_members(std::span<const ClusterPoint> points, std::span<const std::uint32_t> order) {
    features_.reserve(order.size());
    places_.reserve(order.size());
    themes_.reserve(order.size());
    for (const std::uint32_t i : order) {
        features_.push_back(points[i].feature);
        places_.push_back(points[i].at);
        themes_.push_back(points[i].theme);
    }
    std::vector<geo::Envelope> middles;
    middles.reserve(clusters_.size());
    for (const Cluster& c : clusters_) middles.push_back({c.at.x, c.at.y, c.at.x, c.at.y});
    index_ = geo::SpatialIndex{middles};
}

/// A feature is in a cluster at the closest level at which one has it, and at all farther ones.
void ClusterTree::note_levels() {
    std::vector<std::int8_t> up_to(features_.size(), -1);
    for (const Cluster& cluster : clusters_) {  // from the closest to the farthest
        for (std::uint32_t i = cluster.first; i < cluster.first + cluster.count; ++i) {
            up_to[i] = std::max(up_to[i], cluster.max_level);
        }
    }
    for (std::size_t i = 0; i < features_.size(); ++i) {
        const map::FeatureKey key = features_[i];
        if (clustered_up_to_.size() <= key.source) clustered_up_to_.resize(key.source + 1);
        auto& source = clustered_up_to_[key.source];
        if (source.size() <= key.index) source.resize(key.index + 1, -1);
        source[key.index] = up_to[i];
    }
}

int ClusterTree::level(double zoom) const noexcept {
    return static_cast<int>(std::clamp(std::floor(zoom), 0.0, static_cast<double>(spot_level_)));
}

std::vector<std::uint32_t> ClusterTree::find(int level, const geo::Envelope& box) const {
    auto found = index_.query(box);
    std::erase_if(found, [&](std::uint32_t number) {
        return level < clusters_[number].min_level || level > clusters_[number].max_level;
    });
    return found;
}

bool ClusterTree::is_clustered(map::FeatureKey feature, int level) const noexcept {
    if (feature.source >= clustered_up_to_.size()) return false;
    const auto& source = clustered_up_to_[feature.source];
    return feature.index < source.size() && level <= source[feature.index];
}

std::span<const map::FeatureKey> ClusterTree::members(std::uint32_t number) const noexcept {
    return std::span{features_}.subspan(clusters_[number].first, clusters_[number].count);
}

geo::Envelope ClusterTree::extent(std::uint32_t number) const noexcept {
    geo::Envelope extent;
    const Cluster& c = clusters_[number];
    for (const geo::MapPoint& at : std::span{places_}.subspan(c.first, c.count)) extent.extend(at);
    return extent;
}

std::vector<symbol::ThemeCount> ClusterTree::theme_counts(std::uint32_t number) const {
    const auto themes = symbol::themes();
    std::vector<std::uint32_t> counts(themes.size() + 1);
    const Cluster& c = clusters_[number];
    for (const std::uint8_t theme : std::span{themes_}.subspan(c.first, c.count)) ++counts[theme];
    std::vector<symbol::ThemeCount> named;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) continue;
        named.push_back({i < themes.size() ? std::string{themes[i].id} : std::string{}, counts[i]});
    }
    return named;
}

std::optional<int> ClusterTree::splits_at(std::uint32_t number) const noexcept {
    const int level = clusters_[number].max_level;
    if (level == spot_level_) return {};
    return level + 1;
}

}  // namespace jinsha::scene
