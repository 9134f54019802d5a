#pragma once

#include <compare>
#include <cstdint>

namespace jinsha::symbol {

/// An opaque colour, sRGB values.
struct Rgb {
    std::uint8_t r{}, g{}, b{};
    auto operator<=>(const Rgb&) const = default;
};

inline constexpr Rgb kWhite{255, 255, 255};

}  // namespace jinsha::symbol
