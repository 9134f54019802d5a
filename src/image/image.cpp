#include "image/image.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace jinsha::image {

namespace {

/// a * b / 255, rounded, for bytes.
unsigned multiply_bytes(unsigned a, unsigned b) {
    const unsigned product = a * b + 128;
    return (product + (product >> 8)) >> 8;
}

/// The part of a range of `length` pixels from `offset` that lies within [0, limit).
struct Overlap {
    int from{}, to{};

    Overlap(int offset, int length, int limit)
        : from{std::max(0, offset)},
          to{static_cast<int>(std::min<std::int64_t>(limit, std::int64_t{offset} + length))} {}
};

}  // namespace

void draw_over(Image& target, const Image& source, int x, int y, double opacity) {
    const Overlap columns{x, source.width_px(), target.width_px()};
    const Overlap rows{y, source.height_px(), target.height_px()};
    const auto strength = static_cast<unsigned>(std::lround(std::clamp(opacity, 0.0, 1.0) * 255));
    if (strength == 0 || columns.from >= columns.to) return;
    for (int row = rows.from; row < rows.to; ++row) {
        const std::uint8_t* from = source.pixel(columns.from - x, row - y).data();
        std::uint8_t* to = target.pixel(columns.from, row).data();
        for (int column = columns.from; column < columns.to; ++column, from += 4, to += 4) {
            if (from[3] == 0) continue;  // most of a label or an icon
            const unsigned kept = 255 - multiply_bytes(from[3], strength);
            for (int i = 0; i < 4; ++i) {
                const unsigned sum = multiply_bytes(from[i], strength) + multiply_bytes(to[i], kept);
                to[i] = static_cast<std::uint8_t>(std::min(sum, 255u));
            }
        }
    }
}

}  // namespace jinsha::image
