#pragma once

#include "geo/envelope.hpp"
#include "map/loaded_map.hpp"
#include "scene/map_snapshot.hpp"
#include "ui/model.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace jinsha::app {

/// A row of the layer list: the style layers of the document that share title and group, and what does not
/// change while the map is open.
struct LayerGroup {
    std::vector<std::size_t> layers;  // of the document, bottom first
    ui::Swatch swatch, dark_swatch;
    std::optional<std::size_t> feature_count;
    std::size_t problem_count{};
    geo::Envelope extent;  // of its sources
};

/// Topmost first; backgrounds have no row. Evaluates filters of every feature once, so it belongs into the
/// thread that opens the map.
[[nodiscard]] std::vector<LayerGroup> layer_groups(const map::LoadedMap& map);

/// The row for the panel. @param state  with a value for every layer of the document
[[nodiscard]] ui::LayerRow layer_row(const map::LoadedMap& map, const LayerGroup& group, std::uint32_t id,
                                     const scene::SnapshotState& state, double zoom);

}  // namespace jinsha::app
