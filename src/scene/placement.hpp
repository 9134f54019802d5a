#pragma once

#include "map/feature_key.hpp"
#include "scene/map_snapshot.hpp"
#include "scene/pixel_grid.hpp"
#include "scene/symbol_box.hpp"
#include "style/style_layer.hpp"
#include "symbol/icon_store.hpp"
#include "text/label.hpp"

#include <cstdint>
#include <memory>
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
    std::uint64_t id{};     // the same symbol has the same id at every scale (fading, tests)
    std::uint32_t layer{};  // in MapSnapshot::layers
    map::FeatureKey feature;
    GridPoint anchor;
    GridBox box;                    // of text and icon together, without padding
    std::vector<PlacedIcon> icons;  // zero or one
    std::vector<PlacedText> texts;  // zero or one; along a line one for each glyph group
};

/// Places labels and icons. A pure function of snapshot, scale and place: neither window size nor the way the
/// view came here changes a result. Symbols of the topmost run only (MapSnapshot::first_symbol_layer).
class SymbolPlacer {
public:
    SymbolPlacer(std::shared_ptr<const MapSnapshot> snapshot, double units_per_pixel,
                 std::shared_ptr<const text::FontSet> fonts, std::shared_ptr<const symbol::IconStore> icons);
    ~SymbolPlacer();
    /// All symbols whose box meets `rect`, in the order to draw them. Not from two threads at once (keeps
    /// placed blocks).
    [[nodiscard]] std::vector<PlacedSymbol> place(const GridRect& rect);
    /// Symbols that were left out for a fault rather than for want of room ("icon 'x' not found"), each
    /// reason once.
    [[nodiscard]] const std::vector<std::string>& faults() const noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace jinsha::scene
