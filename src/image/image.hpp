#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace jinsha::image {

/// A picture in memory: 4 bytes a pixel in the order B, G, R, A, premultiplied, sRGB values, 8 bit; rows from
/// the top, without padding. This is at once AGG's pixfmt_bgra32_pre, cairo's ARGB32 (little endian) and
/// GL_BGRA.
class Image {
public:
    Image() = default;
    /// Transparent. Both sides >= 0.
    Image(int width_px, int height_px)
        : width_px_{width_px},
          height_px_{height_px},
          bytes_(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px) * 4) {
        assert(width_px >= 0 && height_px >= 0);
    }

    [[nodiscard]] int width_px() const noexcept { return width_px_; }
    [[nodiscard]] int height_px() const noexcept { return height_px_; }
    [[nodiscard]] int stride_bytes() const noexcept { return width_px_ * 4; }
    [[nodiscard]] bool is_empty() const noexcept { return bytes_.empty(); }
    [[nodiscard]] std::span<std::uint8_t> bytes() noexcept { return bytes_; }
    [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept { return bytes_; }
    /// The four bytes at column x, row y; both inside the picture.
    [[nodiscard]] std::span<const std::uint8_t, 4> pixel(int x, int y) const noexcept {
        return std::span<const std::uint8_t, 4>{bytes_.data() + offset(x, y), 4};
    }
    [[nodiscard]] std::span<std::uint8_t, 4> pixel(int x, int y) noexcept {
        return std::span<std::uint8_t, 4>{bytes_.data() + offset(x, y), 4};
    }

    bool operator==(const Image&) const = default;

private:
    [[nodiscard]] std::size_t offset(int x, int y) const noexcept {
        assert(x >= 0 && x < width_px_ && y >= 0 && y < height_px_);
        return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_px_) +
                static_cast<std::size_t>(x)) *
               4;
    }

    int width_px_{};
    int height_px_{};
    std::vector<std::uint8_t> bytes_;
};

/// Draws `source` over `target` (Porter-Duff over, values as they are), its upper left corner at (x, y) of
/// the target, multiplied by `opacity` (0 to 1). What lies outside the target is left out.
void draw_over(Image& target, const Image& source, int x, int y, double opacity = 1.0);

}  // namespace jinsha::image
