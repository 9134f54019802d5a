#pragma once

#include "map/feature_key.hpp"
#include "scene/cluster_tree.hpp"
#include "scene/map_snapshot.hpp"
#include "scene/pixel_grid.hpp"
#include "scene/symbol_box.hpp"
#include "style/style_layer.hpp"
#include "symbol/icon_store.hpp"
#include "text/label.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::scene {

/// A text on its place. `label` is drawn with its own origin at `origin`.
struct PlacedText {
    std::shared_ptr<const text::Label> label;
    GridPoint origin;
    double opacity{1};
};

/// An icon on its place; `center` is the middle of its picture.
struct PlacedIcon {
    std::string image;
    GridPoint center;
    double size{1}, rotate_deg{}, opacity{1};
    double width_px{}, height_px{};  // of the picture as drawn, before it is turned
};

/// A symbol that found its place.
struct PlacedSymbol {
    std::uint64_t id{};                    // the same symbol has the same id at every scale (fading, tests)
    std::uint32_t layer{};                 // in MapSnapshot::layers
    map::FeatureKey feature;               // of a cluster one of its members
    std::optional<std::uint32_t> cluster;  // its number in the ClusterTree of its zoom
    GridPoint anchor;
    GridBox box;                    // of text and icon together, without padding
    std::vector<PlacedIcon> icons;  // zero or one
    std::vector<PlacedText> texts;  // zero or one; along a line one for each glyph group
};

/// For work that nobody gives up.
inline const std::atomic<bool> kNeverCancelled{false};

/// Places labels, icons and clusters. A pure function of snapshot, scale and place: neither window size nor
/// the way the view came here changes a result. All symbol layers share the room; those of the topmost run
/// (MapSnapshot::first_symbol_layer), and above them all clusters, are drawn over the map, the others with
/// the layers that they lie between.
class SymbolPlacer {
public:
    SymbolPlacer(std::shared_ptr<const MapSnapshot> snapshot, double units_per_pixel,
                 std::shared_ptr<const text::FontSet> fonts, std::shared_ptr<const symbol::IconStore> icons);
    ~SymbolPlacer();
    /// All symbols of the topmost run whose box meets `rect`, in the order to draw them. Nothing in
    /// particular when `cancelled` became true; the next call begins anew. Not from two threads at once
    /// (keeps placed blocks).
    [[nodiscard]] std::vector<PlacedSymbol> place(const GridRect& rect,
                                                  const std::atomic<bool>& cancelled = kNeverCancelled);
    /// The same of the layers below the topmost run.
    [[nodiscard]] std::vector<PlacedSymbol> place_below(const GridRect& rect,
                                                        const std::atomic<bool>& cancelled = kNeverCancelled);
    /// The clusters that PlacedSymbol::cluster counts; null when there are none, or before the first `place`.
    [[nodiscard]] const std::shared_ptr<const ClusterTree>& clusters() const noexcept;
    /// Symbols that were left out for a fault rather than for want of room ("icon 'x' not found"), each
    /// reason once.
    [[nodiscard]] const std::vector<std::string>& faults() const noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace jinsha::scene
