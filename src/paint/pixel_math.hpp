#pragma once

#include "style/color.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace jinsha::paint {

/// Four premultiplied bytes B, G, R, A as one word, in memory order. All four are worked on at once, two by
/// two, each with eight bits of room above it.
using Pixel = std::uint32_t;

namespace detail {

inline constexpr std::uint32_t kEvenBytes = 0x00ff00ff;

/// For two bytes with room: each times k (0 to 255) over 255, rounded.
[[nodiscard]] inline std::uint32_t scale_pair(std::uint32_t pair, std::uint32_t k) noexcept {
    const std::uint32_t product = pair * k + 0x00800080;
    return ((product + ((product >> 8) & kEvenBytes)) >> 8) & kEvenBytes;
}

/// For two sums with room: none above 255.
[[nodiscard]] inline std::uint32_t saturate_pair(std::uint32_t pair) noexcept {
    return (pair | (0x01000100 - ((pair >> 8) & 0x00010001))) & kEvenBytes;
}

}  // namespace detail

[[nodiscard]] inline Pixel load_pixel(const std::uint8_t* bytes) noexcept {
    Pixel pixel;
    std::memcpy(&pixel, bytes, sizeof pixel);
    return pixel;
}

inline void store_pixel(std::uint8_t* bytes, Pixel pixel) noexcept {
    std::memcpy(bytes, &pixel, sizeof pixel);
}

[[nodiscard]] inline unsigned alpha_of(Pixel pixel) noexcept {
    std::uint8_t bytes[4];
    std::memcpy(bytes, &pixel, sizeof pixel);
    return bytes[3];
}

/// Every byte times k (0 to 255) over 255, rounded.
[[nodiscard]] inline Pixel scaled(Pixel pixel, unsigned k) noexcept {
    return detail::scale_pair(pixel & detail::kEvenBytes, k) |
           (detail::scale_pair((pixel >> 8) & detail::kEvenBytes, k) << 8);
}

/// Byte by byte, at most 255.
[[nodiscard]] inline Pixel sum(Pixel a, Pixel b) noexcept {
    using detail::kEvenBytes;
    const std::uint32_t even = (a & kEvenBytes) + (b & kEvenBytes);
    const std::uint32_t odd = ((a >> 8) & kEvenBytes) + ((b >> 8) & kEvenBytes);
    return detail::saturate_pair(even) | (detail::saturate_pair(odd) << 8);
}

/// Porter-Duff over.
[[nodiscard]] inline Pixel over(Pixel below, Pixel above) noexcept {
    return sum(above, scaled(below, 255 - alpha_of(above)));
}

[[nodiscard]] inline unsigned to_byte(double zero_to_one) noexcept {
    return static_cast<unsigned>(std::lround(std::clamp(zero_to_one, 0.0, 1.0) * 255));
}

[[nodiscard]] inline Pixel premultiplied(const style::Color& color) noexcept {
    const double a = std::clamp(color.a, 0.0, 1.0);
    const std::uint8_t bytes[4] = {
        static_cast<std::uint8_t>(to_byte(color.b * a)), static_cast<std::uint8_t>(to_byte(color.g * a)),
        static_cast<std::uint8_t>(to_byte(color.r * a)), static_cast<std::uint8_t>(to_byte(a))};
    return load_pixel(bytes);
}

}  // namespace jinsha::paint
