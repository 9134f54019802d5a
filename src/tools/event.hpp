#pragma once

#include "geo/points.hpp"

#include <variant>

namespace jinsha::tools {

// What pointer and keyboard did, free of any window library. Positions are physical pixels of the window.

enum class Button { Left, Middle, Right };

struct Modifiers {
    bool shift{}, control{}, alt{};
    bool operator==(const Modifiers&) const = default;
};

struct PointerPressed {
    geo::ScreenPoint at;
    Button button{Button::Left};
    Modifiers modifiers;
    int clicks{1};  // 2: the second press of a double click
};

struct PointerMoved {
    geo::ScreenPoint at;
};

struct PointerReleased {
    geo::ScreenPoint at;
    Button button{Button::Left};
};

/// The pointer is no longer over the map: it left the window or went over a panel.
struct PointerLeft {};

struct WheelTurned {
    geo::ScreenPoint at;
    double notches{};  // > 0: away from the user
    Modifiers modifiers;
};

enum class Key { Left, Right, Up, Down, Escape, Enter, Backspace, Delete };

struct KeyPressed {
    Key key{};
    Modifiers modifiers;
};

using Event =
    std::variant<PointerPressed, PointerMoved, PointerReleased, PointerLeft, WheelTurned, KeyPressed>;

}  // namespace jinsha::tools
