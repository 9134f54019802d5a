#pragma once

#include "ui/frame.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace jinsha::ui {

/// A line of the list: the head of a group, a layer, or the opacity of the one above.
struct LayerLine {
    enum class Kind { Group, Layer, Opacity };
    Kind kind{};
    std::size_t row{};  // of the layers: this one, or the first of the group
    bool operator==(const LayerLine&) const = default;
};

/// What the layer list remembers of itself.
struct LayerPanelState {
    bool is_folded{};
    bool follows_room{true};  // nobody has folded or unfolded it: it folds where the window is small
    std::set<std::string> folded_groups;
    std::optional<LayerLine> faded;  // the group or layer whose opacity is being set
};

/// The lines that are shown: a head before each run of rows with the same group (none for ""), no rows for
/// folded groups, an opacity below the line that is `faded`.
[[nodiscard]] std::vector<LayerLine> layer_lines(std::span<const LayerRow> layers,
                                                 const std::set<std::string>& folded_groups,
                                                 const std::optional<LayerLine>& faded = std::nullopt);

/// Height that the panel would like to have, physical pixels.
[[nodiscard]] float layer_panel_height(const Frame& frame, const Model& model, const LayerPanelState& state);

/// The list of layers with their visibility. A list that is higher than `box` is scrolled.
[[nodiscard]] Commands draw_layer_panel(Frame& frame, const Model& model, const Rect& box,
                                        LayerPanelState& state);

}  // namespace jinsha::ui
