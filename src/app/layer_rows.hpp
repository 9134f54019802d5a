#pragma once

#include "geo/envelope.hpp"
#include "map/feature_key.hpp"
#include "map/loaded_map.hpp"
#include "scene/map_snapshot.hpp"
#include "ui/model.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
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

/// What the table of a row lists: the features of one source that layers of the row draw.
struct RowContent {
    std::uint32_t source{};  // its place in LoadedMap::sources
    std::vector<style::StyleLayer> layers;

    /// Whether one of the layers draws it, as at the zoom of a district in a window.
    [[nodiscard]] bool shows(const map::SourceFeature& feature) const;
};
/// None when the data of the row could not be read.
[[nodiscard]] std::optional<RowContent> row_content(const map::LoadedMap& map, const LayerGroup& group);
/// How a feature looks in the layers that draw it: its icon before its area or line.
[[nodiscard]] ui::Swatch feature_swatch(const map::LoadedMap& map, map::FeatureKey feature,
                                        const map::MapLook& look);

/// The row for the panel. @param state  with a value for every layer of the document
[[nodiscard]] ui::LayerRow layer_row(const map::LoadedMap& map, const LayerGroup& group, std::uint32_t id,
                                     const scene::SnapshotState& state, double zoom);

}  // namespace jinsha::app
