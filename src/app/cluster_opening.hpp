#pragma once

#include "app/view_controller.hpp"
#include "map/view.hpp"
#include "scene/cluster_tree.hpp"

#include <cstdint>
#include <optional>

namespace jinsha::app {

/// Where the view goes so that a cluster falls apart, its members around the middle of the window. None when
/// no zoom that the rules allow pulls them apart: then they are to be spread.
[[nodiscard]] std::optional<map::View> view_of_split(const scene::ClusterTree& tree, std::uint32_t cluster,
                                                     const map::View& now, const ViewRules& rules);

}  // namespace jinsha::app
