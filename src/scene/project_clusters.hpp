#pragma once

#include "scene/cluster_tree.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace jinsha::scene {

struct MapSnapshot;

/// What is clustered as one.
struct ClusteredProjects {
    std::vector<std::uint32_t> sources;  // FeatureKey::source, ascending
    std::string theme_field;
    ClusterRules rules;
};

/// The clusters of a snapshot's projects. Who takes part: features with a single point, of the sources of
/// `projects`, that a visible symbol layer with an icon shows at the zoom; filters count at its floor. What a
/// cluster holds is not shown by any symbol layer. Trees are made when they are first asked for and kept,
/// since most zooms share one; any thread.
class ProjectClusters {
public:
    explicit ProjectClusters(ClusteredProjects projects);

    /// Null when `cancelled` became true. `snapshot` must be the one this belongs to.
    [[nodiscard]] std::shared_ptr<const ClusterTree> tree(const MapSnapshot& snapshot, double zoom,
                                                          const std::atomic<bool>& cancelled) const;

private:
    /// What decides who takes part: the layers, and the zoom where a filter looks at it.
    struct Key {
        std::vector<std::size_t> layers;
        double filter_zoom{};
        bool operator==(const Key&) const = default;
    };
    struct Known {
        Key key;
        std::shared_ptr<const ClusterTree> tree;
    };

    [[nodiscard]] Key key(const MapSnapshot& snapshot, double zoom) const;

    ClusteredProjects projects_;
    mutable std::mutex mutex_;  // of what follows; held while a tree is made, as others wait for the same
    mutable std::vector<Known> known_;
};

}  // namespace jinsha::scene
