#pragma once

#include "ui/card_place.hpp"
#include "ui/frame.hpp"

#include <optional>

namespace jinsha::ui {

/// What the card remembers while it is open.
struct CardState {
    std::optional<map::FeatureKey> feature;  // whose card it is
    std::optional<CardSide> side;
    std::optional<Rect> box;  // where it was drawn last
};

/// From a feature to its card.
void draw_leader(Frame& frame, const CardPlace& place);

/// The card of the selected feature, beside it and inside of `area`. What does not fit is scrolled.
[[nodiscard]] Commands draw_card(Frame& frame, const Card& card, const Rect& area, CardState& state);

/// A card that stays while others are opened, in the upper left corner of `area`.
[[nodiscard]] Commands draw_pinned_card(Frame& frame, const Card& card, const Rect& area);

}  // namespace jinsha::ui
