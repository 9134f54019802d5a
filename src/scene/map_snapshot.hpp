#pragma once

#include "geo/points.hpp"
#include "map/feature_source.hpp"
#include "map/loaded_map.hpp"
#include "map/zoom_scale.hpp"
#include "scene/pixel_grid.hpp"
#include "scene/project_clusters.hpp"
#include "style/style_layer.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace jinsha::scene {

/// A style layer with what it draws.
struct SnapshotLayer {
    style::StyleLayer style;
    std::shared_ptr<const map::FeatureSource> source;  // null: background, or nothing to draw
    std::uint32_t source_index{};                      // FeatureKey::source
    bool is_visible{true};
};

/// All that painting, placing and picking need to know of the open map, frozen: made on the main thread,
/// shared by workers. A change makes a new one with a higher revision.
struct MapSnapshot : std::enable_shared_from_this<MapSnapshot> {
    std::uint64_t revision{};
    std::vector<SnapshotLayer> layers;  // bottom first
    map::ZoomScale scale{0, 1};
    geo::MapPoint origin;
    double pixel_ratio{1};                            // physical pixels in one CSS pixel
    std::shared_ptr<const ProjectClusters> clusters;  // null: nothing is clustered

    [[nodiscard]] PixelGrid grid(double units_per_pixel) const noexcept { return {origin, units_per_pixel}; }
    /// The style's zoom at that many map units per physical pixel, rounded to 2^-20, so that a scale made
    /// from a whole zoom gives that zoom back: `floor` and `minzoom` are steps there.
    [[nodiscard]] double zoom(double units_per_pixel) const noexcept;
    /// Map units per physical pixel at a zoom of the style.
    [[nodiscard]] double units_per_pixel(double zoom) const noexcept;
    /// The first layer of the topmost run of symbol layers (of all layers, visible or not): from here up GL
    /// draws, below is painted into tiles. layers.size() when the topmost layer is no symbol layer.
    [[nodiscard]] std::size_t first_symbol_layer() const noexcept;
    /// The topmost visible layer that draws from a source; 0 when none does.
    [[nodiscard]] std::uint32_t topmost_layer_of(std::uint32_t source_index) const noexcept;
};

/// What a session makes of the map: the state that a snapshot freezes with it.
struct SnapshotState {
    std::vector<bool> visible;  // [i]: layer i of the document; layers beyond its end are as the style says
    double pixel_ratio{1};      // physical pixels in one CSS pixel
    map::MapLook look{};
    /// [i]: drawn in the place of source i of the map; null, or beyond its end: that source itself.
    std::vector<std::shared_ptr<const map::FeatureSource>> stand_ins{};
    /// [i]: drawn in the place of layer i as the look has it; null, or beyond its end: that layer itself.
    std::vector<std::shared_ptr<const style::StyleLayer>> styles{};
    bool operator==(const SnapshotState&) const = default;
};

/// @param revision  higher than those of all earlier snapshots that the same painter was given
[[nodiscard]] std::shared_ptr<const MapSnapshot> make_snapshot(const map::LoadedMap& map,
                                                               const SnapshotState& state,
                                                               std::uint64_t revision);

}  // namespace jinsha::scene
