#pragma once

#include "geo/envelope.hpp"
#include "map/map_document.hpp"
#include "scene/map_snapshot.hpp"
#include "style/style_layer.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jinsha::scene {

/// An icon by its name, as `symbol::IconStore` knows it.
struct LegendIcon {
    std::string image;
    bool operator==(const LegendIcon&) const = default;
};

/// How a class is drawn: what the style evaluates to for its features, lengths in CSS pixels.
using LegendLook = std::variant<style::FillPaint, style::LinePaint, style::CirclePaint, LegendIcon>;

struct LegendEntry {
    std::string label;
    std::vector<LegendLook> looks;  // drawn one over the other; never empty
    std::size_t count{};            // features of the class in the frame
    bool operator==(const LegendEntry&) const = default;
};

struct LegendGroup {
    std::string title;                 // "" for one without a heading
    std::vector<LegendEntry> entries;  // never empty
    bool operator==(const LegendGroup&) const = default;
};

struct Legend {
    std::vector<LegendGroup> groups;
    std::size_t project_count{}, estimated_count{};  // projects in the frame, and those of inferred position
    bool operator==(const Legend&) const = default;

    [[nodiscard]] bool is_empty() const noexcept { return groups.empty(); }
};

/// The classes that `frame` shows at that scale, from the style: one entry for layers of the same group and
/// legend words, one for each look of a layer whose paint depends on its features, named by the fields that
/// the paint asked for. Badges are told apart into themes, phases and position quality instead of all their
/// combinations. Layers with `jinsha:legend: false`, labels and the background are left out. Any thread.
[[nodiscard]] Legend build_legend(const MapSnapshot& snapshot, const map::MapDocument& document,
                                  double units_per_pixel, const geo::Envelope& frame,
                                  std::string_view language);

}  // namespace jinsha::scene
