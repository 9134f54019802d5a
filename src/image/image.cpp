#include "image/image.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::image {

namespace {

/// a * b / 255, rounded, for bytes.
unsigned multiply_bytes(unsigned a, unsigned b) {
    const unsigned product = a * b + 128;
    return (product + (product >> 8)) >> 8;
}

}  // namespace

void draw_over(Image& target, const Image& source, int x, int y, double opacity) {
    const int left = std::max(0, x);
    const int right = std::min(target.width_px(), x + source.width_px());
    const int top = std::max(0, y);
    const int bottom = std::min(target.height_px(), y + source.height_px());
    const auto strength = static_cast<unsigned>(std::lround(std::clamp(opacity, 0.0, 1.0) * 255));
    if (strength == 0) return;
    for (int row = top; row < bottom; ++row) {
        for (int column = left; column < right; ++column) {
            const auto from = source.pixel(column - x, row - y);
            const auto to = target.pixel(column, row);
            const unsigned kept = 255 - multiply_bytes(from[3], strength);
            for (std::size_t i = 0; i < 4; ++i) {
                const unsigned sum = multiply_bytes(from[i], strength) + multiply_bytes(to[i], kept);
                to[i] = static_cast<std::uint8_t>(std::min(sum, 255u));
            }
        }
    }
}

}  // namespace jinsha::image
