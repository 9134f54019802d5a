#pragma once

#include "symbol/rgb.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace jinsha::symbol {

/// What a project is about: its id in the data and its colour, the same in window, legend and print. White
/// reads on every one of them (WCAG AA). The icon is theme-<id>.svg: colour is never the only sign.
struct Theme {
    std::string_view id;
    Rgb color;
};

/// All themes, in the order in which a legend lists them.
[[nodiscard]] std::span<const Theme> themes() noexcept;

/// Nothing for an id that is no theme.
[[nodiscard]] std::optional<Rgb> theme_color(std::string_view id) noexcept;

/// For projects whose theme is unknown.
inline constexpr Rgb kUnknownThemeColor{0x6F, 0x6A, 0x61};

}  // namespace jinsha::symbol
