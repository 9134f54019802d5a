#pragma once

#include "geo/points.hpp"

namespace jinsha::tools {

// What is asked for while an area is drawn on the map. Part of tools/command.hpp.

/// The area is what the window shows between these two corners now.
struct AreaBox {
    geo::ScreenPoint first, second;
    bool operator==(const AreaBox&) const = default;
};
/// The border goes on to there.
struct AreaTo {
    geo::ScreenPoint at;
    bool operator==(const AreaTo&) const = default;
};
/// It is closed.
struct AreaEnd {
    bool operator==(const AreaEnd&) const = default;
};
/// Its last corner is taken back.
struct AreaBack {
    bool operator==(const AreaBack&) const = default;
};
/// It is given up, or when nothing is being drawn, drawing itself is.
struct AreaGiveUp {
    bool operator==(const AreaGiveUp&) const = default;
};

}  // namespace jinsha::tools
