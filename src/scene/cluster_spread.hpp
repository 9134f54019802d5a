#pragma once

#include "scene/cluster_tree.hpp"
#include "scene/map_snapshot.hpp"
#include "scene/placement.hpp"
#include "symbol/icon_store.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace jinsha::scene {

/// A cluster whose members stand in rings around it, for those that no zoom pulls apart. Lies over all other
/// symbols while it is open; the map below is as it was.
struct ClusterSpread {
    std::uint64_t revision{};
    double units_per_pixel{};
    GridPoint middle;                   // of the cluster
    std::vector<PlacedSymbol> members;  // their icons; `anchor` is where they stand
    std::size_t left_out{};             // members beyond the rings
};

/// The first 96 members, in the order of their numbers. Icons that cannot be drawn leave their place empty.
/// Any thread.
[[nodiscard]] ClusterSpread spread_cluster(const MapSnapshot& snapshot, double units_per_pixel,
                                           const ClusterTree& tree, std::uint32_t cluster,
                                           const symbol::IconStore& icons);

/// Where `count` icons of 30 px stand around (0, 0), in CSS pixels: in one ring up to 20, in several beyond;
/// the first at the top, clockwise.
[[nodiscard]] std::vector<GridPoint> ring_places(std::size_t count);

}  // namespace jinsha::scene
