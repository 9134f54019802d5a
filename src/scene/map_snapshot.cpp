#include "scene/map_snapshot.hpp"

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

std::shared_ptr<const MapSnapshot> make_snapshot(const map::LoadedMap& map, const SnapshotState& state,
                                                 std::uint64_t revision) {
    auto snapshot = std::make_shared<MapSnapshot>();
    snapshot->revision = revision;
    snapshot->scale = map.scale;
    snapshot->origin = map.origin;
    snapshot->pixel_ratio = state.pixel_ratio;
    snapshot->layers.reserve(map.document.layers.size());
    for (std::size_t i = 0; i < map.document.layers.size(); ++i) {
        const style::StyleLayer& style = map.document.layers[i].style_for(state.look);
        SnapshotLayer layer{style, nullptr, 0,
                            i < state.visible.size() ? state.visible[i] : style.is_visible()};
        if (const auto index = map.source_of(style)) {
            layer.source = map.sources[*index].source;
            layer.source_index = *index;
        }
        snapshot->layers.push_back(std::move(layer));
    }
    return snapshot;
}

}  // namespace jinsha::scene
