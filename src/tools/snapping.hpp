#pragma once

#include "geo/points.hpp"
#include "map/feature_key.hpp"
#include "scene/map_snapshot.hpp"

#include <optional>
#include <vector>

namespace jinsha::tools {

/// What a vertex that is being placed is drawn to.
struct Snap {
    enum class To { Vertex, Edge };
    To to{};
    geo::MapPoint at;  // of the vertex itself, or the nearest point of the edge
    bool operator==(const Snap&) const = default;
};

/// Where to look for something to snap to.
struct SnapRequest {
    geo::MapPoint at;
    double reach_map_units{};                // vertices and edges within this distance
    std::optional<map::FeatureKey> without;  // the feature that is being edited
    std::vector<geo::MapPoint> own;          // vertices of what is being drawn
};

/// The nearest vertex within reach among the features that visible layers draw, else the nearest edge; none
/// when there is neither. Looks at what lies near alone.
[[nodiscard]] std::optional<Snap> snap(const scene::MapSnapshot& snapshot, const SnapRequest& request);

}  // namespace jinsha::tools
