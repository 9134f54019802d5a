#pragma once

#include "image/image.hpp"
#include "paint/coverage.hpp"
#include "paint/pixel_math.hpp"

#include <cstdint>
#include <vector>

namespace jinsha::paint {

/// The mean of several coverages: strokes of falling widths, one pixel apart, make an edge that fades evenly.
class SoftMask {
public:
    /// Empties the mask of `width` x `height` pixels.
    void begin(int width, int height);
    void add(int y, const Run& run);
    /// Draws `color` over `target` where the mask is, which counts whole after `layer_count` full coverages.
    void finish(Pixel color, unsigned layer_count, image::Image& target) const;

private:
    int width_{};
    int top_{}, bottom_{};  // rows that were touched
    std::vector<std::uint32_t> sums_;
};

}  // namespace jinsha::paint
