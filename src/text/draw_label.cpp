#include "text/faces.hpp"
#include "text/glyph_cache.hpp"
#include "text/glyph_mask.hpp"
#include "text/glyph_outline.hpp"
#include "text/label.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <vector>

namespace jinsha::text {

namespace {

constexpr int kFarthest_px = 4096;  // from the origin; what lies beyond is cut off
constexpr double kWidestHalo_px = 64;

/// The turn of a label, y down, clockwise.
struct Turn {
    double cosine{1}, sine{};

    static Turn by(double degrees) {
        if (degrees == 0) return {};
        const double radians = degrees * std::numbers::pi / 180;
        return {std::cos(radians), std::sin(radians)};
    }
    [[nodiscard]] bool is_upright() const { return cosine == 1; }
};

/// A glyph's masks and by how many whole pixels they are moved.
struct DrawnGlyph {
    std::shared_ptr<const GlyphMasks> masks;
    int x{}, y{};
};

struct PixelBox {
    int left{kFarthest_px}, top{kFarthest_px}, right{-kFarthest_px}, bottom{-kFarthest_px};

    void add(const Mask& mask, int x, int y) {
        if (mask.is_empty()) return;
        left = std::min(left, x + mask.left);
        top = std::min(top, y + mask.top);
        right = std::max(right, x + mask.left + mask.width);
        bottom = std::max(bottom, y + mask.top + mask.height);
    }
    [[nodiscard]] PixelBox within_reach() const {
        return {std::max(left, -kFarthest_px), std::max(top, -kFarthest_px), std::min(right, kFarthest_px),
                std::min(bottom, kFarthest_px)};
    }
    [[nodiscard]] bool is_empty() const { return left >= right || top >= bottom; }
};

GlyphMasks make_masks(const Typeface& typeface, std::uint32_t glyph_id, const GlyphPose& pose,
                      const HaloShape& halo) {
    const GlyphOutline outline = glyph_outline(typeface, glyph_id, pose);
    if (outline.points.empty()) return {};
    GlyphMasks masks{fill_mask(outline), {}};
    if (halo.width_px > 0) masks.halo = halo_mask(outline, masks.fill, halo);
    return masks;
}

/// An upright glyph, its origin rounded to a quarter of a pixel so that its masks can be kept.
DrawnGlyph draw_upright(const FontSet& fonts, const Typeface& typeface, const PlacedGlyph& glyph,
                        double size_px, double x, double y, const HaloShape& halo) {
    const double quarters_x = std::round(x * 4), quarters_y = std::round(y * 4);
    const double whole_x = std::floor(quarters_x / 4), whole_y = std::floor(quarters_y / 4);
    const int quarter_x = static_cast<int>(quarters_x - whole_x * 4);
    const int quarter_y = static_cast<int>(quarters_y - whole_y * 4);
    const GlyphKey key{&typeface, glyph.glyph_id, size_px, quarter_x, quarter_y, halo};
    auto masks = fonts.faces().glyph_cache().get(key, [&] {
        return make_masks(typeface, glyph.glyph_id, {size_px, quarter_x / 4.0, quarter_y / 4.0}, halo);
    });
    return {std::move(masks), static_cast<int>(whole_x), static_cast<int>(whole_y)};
}

/// A turned glyph exactly where it belongs. Its masks are not kept: the next label has another angle.
DrawnGlyph draw_turned(const Typeface& typeface, const PlacedGlyph& glyph, double size_px, double x, double y,
                       const Turn& turn, const HaloShape& halo) {
    const double whole_x = std::floor(x), whole_y = std::floor(y);
    const GlyphPose pose{size_px, x - whole_x, y - whole_y, turn.cosine, turn.sine};
    return {std::make_shared<const GlyphMasks>(make_masks(typeface, glyph.glyph_id, pose, halo)),
            static_cast<int>(whole_x), static_cast<int>(whole_y)};
}

std::vector<DrawnGlyph> draw_glyphs(const FontSet& fonts, const Label& label, double x_fraction,
                                    double y_fraction) {
    const double origin_x = std::floor(x_fraction * 4) / 4, origin_y = std::floor(y_fraction * 4) / 4;
    const Turn turn = Turn::by(label.rotate_deg);
    const TextFormat& format = label.shaped.format;
    HaloShape halo;
    if (label.colors.halo_a > 0 && label.colors.halo_width_px > 0)
        halo = {std::min(label.colors.halo_width_px, kWidestHalo_px),
                std::clamp(label.colors.halo_blur_px, 0.0, kWidestHalo_px)};

    std::vector<DrawnGlyph> drawn;
    for (const PlacedGlyph& glyph : label.shaped.glyphs) {
        const double x = origin_x + glyph.x * turn.cosine - glyph.y * turn.sine;
        const double y = origin_y + glyph.x * turn.sine + glyph.y * turn.cosine;
        if (!(std::abs(x) < 2 * kFarthest_px && std::abs(y) < 2 * kFarthest_px)) continue;
        const Typeface& typeface = fonts.faces().typeface(format.weight, glyph.font);
        drawn.push_back(turn.is_upright() ? draw_upright(fonts, typeface, glyph, format.size_px, x, y, halo)
                                          : draw_turned(typeface, glyph, format.size_px, x, y, turn, halo));
    }
    return drawn;
}

/// One mask out of those of all glyphs; where several cover a pixel, `join` says how much they do together.
template <class Join>
Mask join_masks(const std::vector<DrawnGlyph>& glyphs, Mask GlyphMasks::*which, const PixelBox& box,
                Join join) {
    Mask all{box.left, box.top, box.right - box.left, box.bottom - box.top, {}};
    all.bytes.resize(static_cast<std::size_t>(all.width) * static_cast<std::size_t>(all.height));
    for (const DrawnGlyph& glyph : glyphs) {
        const Mask& mask = (*glyph.masks).*which;
        const int left = glyph.x + mask.left, top = glyph.y + mask.top;
        const int from_x = std::max(left, box.left), to_x = std::min(left + mask.width, box.right);
        const int from_y = std::max(top, box.top), to_y = std::min(top + mask.height, box.bottom);
        for (int y = from_y; y < to_y; ++y) {
            const std::uint8_t* source = mask.bytes.data() + static_cast<std::size_t>(y - top) * mask.width;
            std::uint8_t* target = all.bytes.data() + static_cast<std::size_t>(y - box.top) * all.width;
            for (int x = from_x; x < to_x; ++x) {
                std::uint8_t& to = target[x - box.left];
                to = join(to, source[x - left]);
            }
        }
    }
    return all;
}

/// Halos do not add up where they overlap: the label has one.
std::uint8_t larger(std::uint8_t a, std::uint8_t b) {
    return std::max(a, b);
}

/// Glyphs that touch in a pixel share it.
std::uint8_t sum(std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::min(255, a + b));
}

std::uint8_t to_byte(double share) {
    return static_cast<std::uint8_t>(std::clamp(share, 0.0, 1.0) * 255 + 0.5);
}

/// The halo in its colour, over it the glyphs in theirs.
image::Image compose(const Mask& fill, const Mask& halo, const LabelColors& colors) {
    image::Image picture{fill.width, fill.height};
    const auto bytes = picture.bytes();
    const double text[4] = {colors.b, colors.g, colors.r, 1};
    const double ground[4] = {colors.halo_b, colors.halo_g, colors.halo_r, 1};
    for (std::size_t i = 0; i < fill.bytes.size(); ++i) {
        if (fill.bytes[i] == 0 && halo.bytes[i] == 0) continue;
        const double over = fill.bytes[i] / 255.0 * colors.a;
        const double under = halo.bytes[i] / 255.0 * colors.halo_a * (1 - over);
        for (std::size_t channel = 0; channel < 4; ++channel)
            bytes[4 * i + channel] = to_byte(over * text[channel] + under * ground[channel]);
    }
    return picture;
}

}  // namespace

LabelPicture draw_label(const FontSet& fonts, const Label& label, double x_fraction, double y_fraction) {
    const auto glyphs = draw_glyphs(fonts, label, x_fraction, y_fraction);
    PixelBox box;
    for (const DrawnGlyph& glyph : glyphs) {
        box.add(glyph.masks->fill, glyph.x, glyph.y);
        box.add(glyph.masks->halo, glyph.x, glyph.y);
    }
    box = box.within_reach();
    if (box.is_empty()) return {};
    const Mask fill = join_masks(glyphs, &GlyphMasks::fill, box, sum);
    const Mask halo = join_masks(glyphs, &GlyphMasks::halo, box, larger);
    return {compose(fill, halo, label.colors), box.left, box.top};
}

}  // namespace jinsha::text
