#include "paint/fill_group.hpp"

#include <algorithm>

namespace jinsha::paint {

void FillGroup::begin(const PixelBox& box) {
    box_ = box;
    const std::size_t count = static_cast<std::size_t>(std::max(0, box.right - box.left)) *
                              static_cast<std::size_t>(std::max(0, box.bottom - box.top));
    pixels_.assign(count, 0);
    covered_.assign(count, 0);
}

void FillGroup::add(int y, const Run& run, Pixel color) {
    const std::size_t first = index(run.x, y);
    Pixel* const pixels = pixels_.data() + first;
    std::uint8_t* const covered = covered_.data() + first;
    const unsigned alpha = alpha_of(color);
    if (run.coverage == 255) {
        std::fill_n(covered, run.length, std::uint8_t{255});
        if (alpha == 255) {
            std::fill_n(pixels, run.length, color);
        } else {
            for (int i = 0; i < run.length; ++i) pixels[i] = over(pixels[i], color);
        }
        return;
    }
    const Pixel part = scaled(color, run.coverage);
    for (int i = 0; i < run.length; ++i) {
        const unsigned before = covered[i];
        const unsigned in_free_share = std::min(run.coverage, 255 - before);
        const unsigned over_others = run.coverage - in_free_share;
        if (over_others > 0) pixels[i] = scaled(pixels[i], 255 - alpha * over_others / before);
        pixels[i] = sum(pixels[i], part);
        covered[i] = static_cast<std::uint8_t>(before + in_free_share);
    }
}

void FillGroup::finish(image::Image& target) const {
    for (int y = box_.top; y < box_.bottom; ++y) {
        const Pixel* above = pixels_.data() + index(box_.left, y);
        std::uint8_t* below = target.bytes().data() +
                              static_cast<std::size_t>(y) * static_cast<std::size_t>(target.stride_bytes()) +
                              static_cast<std::size_t>(box_.left) * sizeof(Pixel);
        for (int x = box_.left; x < box_.right; ++x, ++above, below += sizeof(Pixel)) {
            if (*above != 0) store_pixel(below, over(load_pixel(below), *above));
        }
    }
}

}  // namespace jinsha::paint
