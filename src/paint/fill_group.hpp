#pragma once

#include "image/image.hpp"
#include "paint/pixel_math.hpp"
#include "paint/run.hpp"

#include <cstdint>
#include <vector>

namespace jinsha::paint {

/// Fills of one group, gathered before they go over the ground, so that it does not shine through where
/// neighbours meet.
///
/// Beside its colour every pixel keeps which share of it has been covered. A new fill that covers a part of a
/// pixel is taken to lie first in the share that is still free, where it adds up with what is there; only
/// what is left of it goes over the others. For neighbours this is what a pixel really looks like: their
/// shares add up to one. A pixel covered whole is painted over as usual, so overlapping fills look as they
/// should; and where the edge of a fill crosses the inside of another, nothing is free and it is blended as
/// usual.
class FillGroup {
public:
    /// Empties `box`, the only pixels that are used until finish(). Buffers grow and are kept.
    void begin(const PixelBox& box);
    void add(int y, const Run& run, Pixel color);
    /// Draws what was gathered over `target`.
    void finish(image::Image& target) const;

private:
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y - box_.top) * static_cast<std::size_t>(box_.right - box_.left) +
               static_cast<std::size_t>(x - box_.left);
    }

    PixelBox box_;
    std::vector<Pixel> pixels_;
    std::vector<std::uint8_t> covered_;  // 0 to 255
};

}  // namespace jinsha::paint
