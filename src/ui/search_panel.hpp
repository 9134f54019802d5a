#pragma once

#include "ui/frame.hpp"
#include "ui/text_edit.hpp"

#include <cstddef>

namespace jinsha::ui {

/// What the search field remembers of itself.
struct SearchState {
    TextEdit edit;
    bool was_open{};
    std::size_t chosen{};  // of the rows of all groups; a place comes first
};

inline constexpr float kSearchHeight = 40;  // of the field, CSS pixels

/// The field at `box`, and below it what was found, as far down as `bottom`.
[[nodiscard]] Commands draw_search(Frame& frame, const Model& model, const Rect& box, float bottom,
                                   SearchState& state);

}  // namespace jinsha::ui
