#pragma once

#include "style/style_layer.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace jinsha::style {

enum class Visibility { Visible, None };
enum class TextTransform { None, Uppercase, Lowercase };

/// The specification's words for the values of E, in the order of its enumerators.
template <class E>
inline constexpr std::array<std::string_view, 0> kNamesOf{};

template <>
inline constexpr std::array<std::string_view, 2> kNamesOf<Visibility>{"visible", "none"};
template <>
inline constexpr std::array<std::string_view, 3> kNamesOf<LineCap>{"butt", "round", "square"};
template <>
inline constexpr std::array<std::string_view, 3> kNamesOf<LineJoin>{"miter", "round", "bevel"};
template <>
inline constexpr std::array<std::string_view, 3> kNamesOf<SymbolPlacement>{"point", "line", "line-center"};
template <>
inline constexpr std::array<std::string_view, 3> kNamesOf<Overlap>{"never", "always", "cooperative"};
template <>
inline constexpr std::array<std::string_view, 4> kNamesOf<Justify>{"auto", "left", "center", "right"};
template <>
inline constexpr std::array<std::string_view, 3> kNamesOf<TextTransform>{"none", "uppercase", "lowercase"};
template <>
inline constexpr std::array<std::string_view, 9> kNamesOf<Anchor>{
    "center", "left", "right", "top", "bottom", "top-left", "top-right", "bottom-left", "bottom-right"};

template <class E>
[[nodiscard]] std::optional<E> enum_named(std::string_view name) noexcept {
    for (std::size_t i = 0; i < kNamesOf<E>.size(); ++i) {
        if (kNamesOf<E>[i] == name) return static_cast<E>(i);
    }
    return std::nullopt;
}

}  // namespace jinsha::style
