#pragma once

#include "ui/frame.hpp"

#include <string>
#include <vector>

namespace jinsha::ui {

/// A word of the card on a round ground, with its sign where it has one.
struct CardChip {
    enum class Sign { None, Theme, Phase };
    Sign sign{Sign::None};
    std::string value;  // of the theme or phase
    std::string text;
};

/// Theme, phase and transformation, those that there are.
[[nodiscard]] std::vector<CardChip> chips_of(const Translations& tr, const Card& card);

/// Sets the chips in lines of `room` at most, beginning at `at`, and returns their height; draws them when
/// `is_drawn`.
float set_chips(Frame& frame, const std::vector<CardChip>& chips, Point at, float room, bool is_drawn);

/// The ring that the badges on the map have for this phase, 12 px wide; nothing for other words.
void draw_phase_ring(Frame& frame, const std::string& phase, Point center);

}  // namespace jinsha::ui
