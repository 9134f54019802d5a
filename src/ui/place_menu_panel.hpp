#pragma once

#include "ui/frame.hpp"

#include <cstddef>

namespace jinsha::ui {

/// What the menu remembers while it is open.
struct PlaceMenuState {
    std::size_t chosen{};
    bool was_open{};
};

/// The menu of a place: its coordinates to be copied. Takes the keyboard.
[[nodiscard]] Commands draw_place_menu(Frame& frame, const Model& model, PlaceMenuState& state);

}  // namespace jinsha::ui
