#pragma once

#include "ui/frame.hpp"
#include "ui/text_edit.hpp"

#include <cstddef>
#include <string>

namespace jinsha::ui {

/// What the edit bar remembers while it is shown.
struct EditBarState {
    std::string tool;        // whose strip was shown last
    std::size_t vertices{};  // EditingModel::vertices at that time
    bool is_list_open{};     // of the sources that new features can go into
    bool has_keyboard{};     // the field for coordinates
    TextEdit coordinates;
};

/// Buttons for adding, reshaping, taking back and saving; {0, 0} while nothing can be edited.
[[nodiscard]] Point edit_bar_size(const Frame& frame, const Model& model);
[[nodiscard]] Commands draw_edit_bar(Frame& frame, const Model& model, const Rect& box);

/// Below the bar while a tool draws: where the feature goes, its coordinates, what keys do. `upper_right`:
/// its corner.
[[nodiscard]] Commands draw_edit_strip(Frame& frame, const Model& model, Point upper_right,
                                       EditBarState& state);

}  // namespace jinsha::ui
