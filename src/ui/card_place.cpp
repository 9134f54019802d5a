#include "ui/card_place.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

bool has_room(CardSide side, Point anchor, const CardMeasures& card, const Rect& area) {
    const float needed = card.distance + card.width;
    return side == CardSide::Right ? anchor.x + needed <= area.right() : anchor.x - needed >= area.left;
}

CardSide other(CardSide side) {
    return side == CardSide::Right ? CardSide::Left : CardSide::Right;
}

float clamped(float value, float low, float high) {
    return std::clamp(value, low, std::max(low, high));
}

}  // namespace

CardPlace place_card(Point anchor, const CardMeasures& card, const Rect& area,
                     std::optional<CardSide> before) {
    CardPlace place;
    place.side = before.value_or(CardSide::Right);
    if (!has_room(place.side, anchor, card, area) && has_room(other(place.side), anchor, card, area)) {
        place.side = other(place.side);
    }
    const bool is_right = place.side == CardSide::Right;
    const float left = is_right ? anchor.x + card.distance : anchor.x - card.distance - card.width;
    const float top = anchor.y - card.title_middle;
    place.box = {std::round(clamped(left, area.left, area.right() - card.width)),
                 std::round(clamped(top, area.top, area.bottom() - card.height)), card.width, card.height};

    place.leader_to = {
        is_right ? place.box.left : place.box.right(),
        clamped(anchor.y, place.box.top + card.title_middle, place.box.bottom() - card.title_middle)};
    const float dx = place.leader_to.x - anchor.x;
    const float dy = place.leader_to.y - anchor.y;
    const float length = std::hypot(dx, dy);
    const bool is_beside = is_right ? dx > 0 : dx < 0;
    place.has_leader = is_beside && area.contains(anchor) && length > card.feature_radius;
    if (!place.has_leader) {
        place.leader_from = place.leader_to = {};
        return place;
    }
    place.leader_from = {anchor.x + dx / length * card.feature_radius,
                         anchor.y + dy / length * card.feature_radius};
    return place;
}

}  // namespace jinsha::ui
