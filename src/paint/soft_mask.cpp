#include "paint/soft_mask.hpp"

#include <algorithm>

namespace jinsha::paint {

void SoftMask::begin(int width, int height) {
    width_ = width;
    top_ = height;
    bottom_ = 0;
    sums_.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
}

void SoftMask::add(int y, const Run& run) {
    top_ = std::min(top_, y);
    bottom_ = std::max(bottom_, y + 1);
    std::uint32_t* sum = sums_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                         static_cast<std::size_t>(run.x);
    for (int i = 0; i < run.length; ++i) sum[i] += run.coverage;
}

void SoftMask::finish(Pixel color, unsigned layer_count, image::Image& target) const {
    for (int y = top_; y < bottom_; ++y) {
        const std::uint32_t* sums =
            sums_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
        for (int x = 0; x < width_; ++x) {
            if (sums[x] == 0) continue;
            std::uint8_t* bytes = target.pixel(x, y).data();
            const unsigned share = (sums[x] + layer_count / 2) / layer_count;
            store_pixel(bytes, over(load_pixel(bytes), scaled(color, share)));
        }
    }
}

}  // namespace jinsha::paint
