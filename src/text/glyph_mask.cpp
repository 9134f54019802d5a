#include "text/glyph_mask.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jinsha::text {

namespace {

/// A mask of whole pixels that holds the outline and `margin_px` around it, without bytes; empty for no
/// outline.
Mask frame_of(const GlyphOutline& outline, double margin_px) {
    if (outline.points.empty()) return {};
    const auto [left, right] = std::ranges::minmax(outline.points, {}, &OutlinePoint::x);
    const auto [top, bottom] = std::ranges::minmax(outline.points, {}, &OutlinePoint::y);
    Mask mask;
    mask.left = static_cast<int>(std::floor(left.x - margin_px));
    mask.top = static_cast<int>(std::floor(top.y - margin_px));
    mask.width = static_cast<int>(std::ceil(right.x + margin_px)) - mask.left;
    mask.height = static_cast<int>(std::ceil(bottom.y + margin_px)) - mask.top;
    return mask;
}

std::size_t pixel_count(const Mask& mask) {
    return static_cast<std::size_t>(mask.width) * static_cast<std::size_t>(mask.height);
}

std::uint8_t to_byte(float share) {
    return static_cast<std::uint8_t>(std::clamp(share, 0.0f, 1.0f) * 255 + 0.5f);
}

/// Adds up, for every pixel, by how much edges change the covered area from its left neighbour to it. The sum
/// along a row is then the covered area (times the winding) of each pixel.
class AreaSums {
public:
    AreaSums(int width, int height)
        : width_{width}, height_{height}, changes_(static_cast<std::size_t>(width + 2) * height) {}

    void add_edge(OutlinePoint a, OutlinePoint b) {
        if (a.y == b.y) return;
        const float winding = a.y < b.y ? 1.0f : -1.0f;
        if (a.y > b.y) std::swap(a, b);
        const double x_per_y = (b.x - a.x) / (b.y - a.y);
        const int last_row = std::min(height_ - 1, static_cast<int>(std::ceil(b.y)) - 1);
        for (int row = std::max(0, static_cast<int>(a.y)); row <= last_row; ++row) {
            const double from_y = std::max<double>(row, a.y), to_y = std::min<double>(row + 1, b.y);
            const double x0 = a.x + (from_y - a.y) * x_per_y, x1 = a.x + (to_y - a.y) * x_per_y;
            add_in_row(row, std::min(x0, x1), std::max(x0, x1), winding * static_cast<float>(to_y - from_y));
        }
    }

    [[nodiscard]] std::vector<std::uint8_t> coverage() const {
        std::vector<std::uint8_t> bytes;
        bytes.reserve(static_cast<std::size_t>(width_) * height_);
        for (int row = 0; row < height_; ++row) {
            const float* change = changes_.data() + static_cast<std::size_t>(row) * (width_ + 2);
            float sum = 0;
            for (int column = 0; column < width_; ++column) {
                sum += change[column];
                bytes.push_back(to_byte(std::abs(sum)));
            }
        }
        return bytes;
    }

private:
    /// An edge that falls by `height` (signed by its winding) between x0 and x1 >= x0 within one row: all
    /// right of it is covered.
    void add_in_row(int row, double x0, double x1, float height) {
        float* changes = changes_.data() + static_cast<std::size_t>(row) * (width_ + 2);
        const int first = std::clamp(static_cast<int>(x0), 0, width_);
        const int last = std::clamp(static_cast<int>(x1), first, width_);
        float before = 0;  // area covered of the pixel to the left of `column`, by this edge
        for (int column = first; column <= last; ++column) {
            const float area = height * covered_share(x0, x1, column);
            changes[column] += area - before;
            before = area;
        }
        changes[last + 1] += height - before;
    }

    /// The share of pixel `column` that lies right of an edge from x0 to x1 through the row.
    static float covered_share(double x0, double x1, int column) {
        const double l = column, r = column + 1;
        if (x1 - x0 < 1e-9) return static_cast<float>(std::clamp(r - x0, 0.0, 1.0));
        const double from = std::clamp(l, x0, x1), to = std::clamp(r, x0, x1);
        // While the edge passes from `from` to `to` the mean of what lies right of it counts; after that,
        // all.
        const double passing = (to - from) / (x1 - x0), passed = (from - x0) / (x1 - x0);
        return static_cast<float>(passing * (r - (from + to) / 2) + passed);
    }

    int width_, height_;
    std::vector<float> changes_;  // two more columns a row than pixels, for edges on the right border
};

/// Squared distances from the middles of pixels to the nearest edge, exact up to `reach` and unknown beyond.
class EdgeDistances {
public:
    EdgeDistances(int width, int height, double reach)
        : width_{width},
          height_{height},
          reach_{reach},
          squares_(static_cast<std::size_t>(width) * height, std::numeric_limits<float>::max()) {}

    void add_edge(OutlinePoint a, OutlinePoint b) {
        const auto [left, right] = std::minmax(a.x, b.x);
        const auto [top, bottom] = std::minmax(a.y, b.y);
        const int first_column = std::max(0, static_cast<int>(left - reach_));
        const int last_column = std::min(width_ - 1, static_cast<int>(right + reach_));
        const int first_row = std::max(0, static_cast<int>(top - reach_));
        const int last_row = std::min(height_ - 1, static_cast<int>(bottom + reach_));
        const auto along_x = static_cast<float>(b.x - a.x), along_y = static_cast<float>(b.y - a.y);
        const float length2 = along_x * along_x + along_y * along_y;
        const float per_length2 = length2 > 0 ? 1 / length2 : 0;
        for (int row = first_row; row <= last_row; ++row) {
            float* squares = squares_.data() + static_cast<std::size_t>(row) * width_;
            const auto y = static_cast<float>(row + 0.5 - a.y);
            for (int column = first_column; column <= last_column; ++column) {
                const auto x = static_cast<float>(column + 0.5 - a.x);
                const float share = std::clamp((x * along_x + y * along_y) * per_length2, 0.0f, 1.0f);
                const float dx = x - share * along_x, dy = y - share * along_y;
                squares[column] = std::min(squares[column], dx * dx + dy * dy);
            }
        }
    }

    [[nodiscard]] float distance(std::size_t pixel) const { return std::sqrt(squares_[pixel]); }

private:
    int width_, height_;
    double reach_;
    std::vector<float> squares_;
};

OutlinePoint from_corner_of(const Mask& mask, OutlinePoint p) {
    return {p.x - mask.left, p.y - mask.top};
}

/// Whether more than half of the pixel is filled.
bool is_inside(const Mask& fill, int x, int y) {
    const int column = x - fill.left, row = y - fill.top;
    if (column < 0 || column >= fill.width || row < 0 || row >= fill.height) return false;
    return fill.bytes[static_cast<std::size_t>(row) * fill.width + column] > 127;
}

}  // namespace

Mask fill_mask(const GlyphOutline& outline) {
    Mask mask = frame_of(outline, 0);
    AreaSums sums{mask.width, mask.height};
    outline.for_each_edge([&](OutlinePoint a, OutlinePoint b) {
        sums.add_edge(from_corner_of(mask, a), from_corner_of(mask, b));
    });
    mask.bytes = sums.coverage();
    return mask;
}

Mask halo_mask(const GlyphOutline& outline, const Mask& fill, const HaloShape& halo) {
    const double fade = 0.5 + halo.blur_px;  // on both sides of the halo's edge
    const double reach = halo.width_px + fade;
    Mask mask = frame_of(outline, reach);
    EdgeDistances distances{mask.width, mask.height, reach};
    outline.for_each_edge([&](OutlinePoint a, OutlinePoint b) {
        distances.add_edge(from_corner_of(mask, a), from_corner_of(mask, b));
    });
    mask.bytes.resize(pixel_count(mask));
    for (int row = 0; row < mask.height; ++row) {
        for (int column = 0; column < mask.width; ++column) {
            const std::size_t pixel = static_cast<std::size_t>(row) * mask.width + column;
            const float distance = is_inside(fill, mask.left + column, mask.top + row)
                                       ? -distances.distance(pixel)
                                       : distances.distance(pixel);
            mask.bytes[pixel] =
                to_byte((static_cast<float>(reach) - distance) / static_cast<float>(2 * fade));
        }
    }
    return mask;
}

}  // namespace jinsha::text
