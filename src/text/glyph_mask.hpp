#pragma once

#include "text/glyph_outline.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace jinsha::text {

/// How much of each pixel is covered, 0 to 255. Pixel (0, 0) of the mask is pixel (left, top) of the plane it
/// was drawn in.
struct Mask {
    int left{}, top{}, width{}, height{};
    std::vector<std::uint8_t> bytes;  // width * height, rows from the top

    [[nodiscard]] bool is_empty() const noexcept { return bytes.empty(); }
};

/// An outline filled, its edges by the exact area that they cut off each pixel.
[[nodiscard]] Mask fill_mask(const GlyphOutline& outline);

struct HaloShape {
    double width_px{}, blur_px{};
    bool operator==(const HaloShape&) const = default;
};

/// Everything within `width_px` (> 0) of a filled outline, `fill` being its mask. The distance from the
/// outline is exact at each pixel's middle; from `width_px - blur_px` to `width_px + blur_px`, and half a
/// pixel more on both sides, the halo fades out.
[[nodiscard]] Mask halo_mask(const GlyphOutline& outline, const Mask& fill, const HaloShape& halo);

}  // namespace jinsha::text
