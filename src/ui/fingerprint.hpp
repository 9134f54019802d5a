#pragma once

#include "ui/rect.hpp"
#include "ui/theme.hpp"

#include <bit>
#include <cmath>
#include <cstdint>

namespace jinsha::ui {

/// What a panel draws, as one number: the same for the same drawing, wherever in the window the panel stands.
/// (The vertices that Dear ImGui makes of it will not do: those of round corners differ in their last bits
/// from place to place.)
class Fingerprint {
public:
    explicit Fingerprint(Point origin) : origin_{origin} {}

    void add_word(std::uint64_t word) { value_ = std::rotl((value_ ^ word) * 0x9E3779B97F4A7C15ULL, 29); }
    void add_length(float px) { add_word(sixteenths(px)); }
    void add(Point p) { add_word(sixteenths(p.x - origin_.x) << 32 | sixteenths(p.y - origin_.y)); }
    void add(const Rect& rect) {
        add(Point{rect.left, rect.top});
        add_word(sixteenths(rect.width) << 32 | sixteenths(rect.height));
    }
    void add(Rgba c) { add_word(static_cast<std::uint64_t>(c.r << 16 | c.g << 8 | c.b) << 8 | c.a); }

    [[nodiscard]] std::uint64_t value() const noexcept { return value_; }

private:
    static std::uint64_t sixteenths(float px) { return static_cast<std::uint32_t>(std::lround(px * 16)); }

    Point origin_;
    std::uint64_t value_{0xCBF29CE484222325ULL};
};

}  // namespace jinsha::ui
