#pragma once

#include "ui/model.hpp"

namespace jinsha::ui {

/// A card that was pinned, to be compared with the one that is opened next.
struct PinnedModel {
    Card card;  // its anchor says nothing: it has a place of its own
    bool operator==(const PinnedModel&) const = default;
};

}  // namespace jinsha::ui
