#pragma once

namespace jinsha::ui {

/// The keys that panels know.
enum class PressedKey {
    Tab,
    Enter,
    Space,
    Escape,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    F5,
    A,
    C,
    H,
    L,
    N,
    V,
    X,
    Y,
    Z
};

struct KeyChanged {
    PressedKey key{};
    bool is_down{}, control{}, shift{}, alt{};
};

}  // namespace jinsha::ui
