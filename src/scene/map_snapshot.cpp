#include "scene/map_snapshot.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::scene {

double MapSnapshot::zoom(double units_per_pixel) const noexcept {
    constexpr double kSteps = 1 << 20;
    return std::round(scale.zoom(units_per_pixel * pixel_ratio) * kSteps) / kSteps;
}

double MapSnapshot::units_per_pixel(double zoom) const noexcept {
    return scale.units_per_px(zoom) / pixel_ratio;
}

std::size_t MapSnapshot::first_symbol_layer() const noexcept {
    std::size_t first = layers.size();
    while (first > 0 && layers[first - 1].style.type() == style::LayerType::Symbol) --first;
    return first;
}

std::uint32_t MapSnapshot::topmost_layer_of(std::uint32_t source_index) const noexcept {
    for (std::size_t i = layers.size(); i-- > 0;) {
        const SnapshotLayer& layer = layers[i];
        if (layer.source && layer.source_index == source_index && layer.is_visible) {
            return static_cast<std::uint32_t>(i);
        }
    }
    return 0;
}

namespace {

std::shared_ptr<const ProjectClusters> clusters_of(const map::LoadedMap& map) {
    if (!map.document.projects || !map.document.projects->cluster) return nullptr;
    const map::ProjectsSpec& projects = *map.document.projects;
    ClusteredProjects clustered;
    for (std::uint32_t i = 0; i < map.sources.size(); ++i) {
        if (std::ranges::find(projects.sources, map.sources[i].id) == projects.sources.end()) continue;
        clustered.sources.push_back(i);
    }
    clustered.theme_field = projects.theme_field;
    clustered.rules = {map.scale, projects.cluster_radius, projects.cluster_max_zoom};
    return std::make_shared<const ProjectClusters>(std::move(clustered));
}

}  // namespace

std::shared_ptr<const MapSnapshot> make_snapshot(const map::LoadedMap& map, const SnapshotState& state,
                                                 std::uint64_t revision) {
    auto snapshot = std::make_shared<MapSnapshot>();
    snapshot->revision = revision;
    snapshot->scale = map.scale;
    snapshot->origin = map.origin;
    snapshot->pixel_ratio = state.pixel_ratio;
    snapshot->clusters = clusters_of(map);
    snapshot->layers.reserve(map.document.layers.size());
    for (std::size_t i = 0; i < map.document.layers.size(); ++i) {
        const bool is_replaced = i < state.styles.size() && state.styles[i];
        const style::StyleLayer& style =
            is_replaced ? *state.styles[i] : map.document.layers[i].style_for(state.look);
        SnapshotLayer layer{style, nullptr, 0,
                            i < state.visible.size() ? state.visible[i] : style.is_visible()};
        if (const auto index = map.source_of(style)) {
            layer.source = *index < state.stand_ins.size() && state.stand_ins[*index]
                               ? state.stand_ins[*index]
                               : map.sources[*index].source;
            layer.source_index = *index;
        }
        snapshot->layers.push_back(std::move(layer));
    }
    return snapshot;
}

}  // namespace jinsha::scene
