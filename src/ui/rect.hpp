#pragma once

namespace jinsha::ui {

/// A place in the window: physical pixels, y down.
struct Point {
    float x{}, y{};
    bool operator==(const Point&) const = default;
};

/// A box in the window: physical pixels, y down.
struct Rect {
    float left{}, top{}, width{}, height{};
    bool operator==(const Rect&) const = default;

    [[nodiscard]] constexpr float right() const { return left + width; }
    [[nodiscard]] constexpr float bottom() const { return top + height; }
    [[nodiscard]] constexpr Point center() const { return {left + width / 2, top + height / 2}; }
    [[nodiscard]] constexpr bool contains(Point p) const {
        return p.x >= left && p.x < right() && p.y >= top && p.y < bottom();
    }
    /// Larger by `by` on all sides; smaller when negative.
    [[nodiscard]] constexpr Rect grown(float by) const {
        return {left - by, top - by, width + 2 * by, height + 2 * by};
    }
    [[nodiscard]] constexpr Rect moved(float dx, float dy) const {
        return {left + dx, top + dy, width, height};
    }
};

}  // namespace jinsha::ui
