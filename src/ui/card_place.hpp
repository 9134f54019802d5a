#pragma once

#include "ui/rect.hpp"

#include <optional>

namespace jinsha::ui {

enum class CardSide { Right, Left };  // of the feature

struct CardPlace {
    Rect box;
    CardSide side{CardSide::Right};
    bool has_leader{};  // the feature is seen beside the card
    Point leader_from, leader_to;
    bool operator==(const CardPlace&) const = default;
};

/// Lengths in physical pixels.
struct CardMeasures {
    float width{}, height{};
    float distance{};        // from the feature to the card
    float feature_radius{};  // where the leader begins
    float title_middle{};    // of the card, below its upper edge: stands level with the feature
};

/// Where a card stands that belongs to the feature at `anchor`: beside it, inside of `area` (pushed there
/// when the feature is near its edge or outside). Keeps to the side it was on before as long as there is
/// room, else takes the right one. Whole pixels.
[[nodiscard]] CardPlace place_card(Point anchor, const CardMeasures& card, const Rect& area,
                                   std::optional<CardSide> before);

}  // namespace jinsha::ui
