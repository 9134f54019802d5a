#include "app/cluster_opening.hpp"

namespace jinsha::app {

std::optional<map::View> view_of_split(const scene::ClusterTree& tree, std::uint32_t cluster,
                                       const map::View& now, const ViewRules& rules) {
    const auto zoom = tree.splits_at(cluster);
    if (!zoom) return std::nullopt;
    const double units_per_pixel = rules.scale.units_per_px(*zoom) / rules.pixel_ratio;
    if (units_per_pixel < rules.min_units_per_pixel) return std::nullopt;
    return map::View{tree.extent(cluster).center(), units_per_pixel, now.window()};
}

}  // namespace jinsha::app
