#pragma once

#include "image/image.hpp"
#include "text/font_set.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::text {

enum class Alignment { Left, Center, Right };

/// How a text is set. Lengths in physical pixels.
struct TextFormat {
    FontWeight weight{FontWeight::Regular};
    double size_px{16};
    double letter_spacing_px{};
    double max_width_px{};  // where lines are broken; 0: never
    double line_height_px{};
    Alignment alignment{Alignment::Center};
    bool operator==(const TextFormat&) const = default;
};

/// A glyph of a shaped text; the position of its origin is from the label's origin, y down.
struct PlacedGlyph {
    std::uint32_t glyph_id{};
    double x{}, y{};
    double advance{};
    std::uint32_t cluster{};  // byte of the text it stands for
};

/// A shaped, broken and aligned text: its glyphs and its box. The origin is the box's middle. Immutable.
struct ShapedText {
    std::string text;
    TextFormat format;
    std::vector<PlacedGlyph> glyphs;
    double width_px{}, height_px{};  // of the box: advances and line heights, not ink
    int line_count{1};
};

/// Shapes with HarfBuzz, breaks lines where Chinese and Latin allow (not before ，。、 and the like), aligns.
/// Text that is no UTF-8 is repaired with U+FFFD. Longer than 2,000 characters is cut with …. Any thread.
[[nodiscard]] ShapedText shape(const FontSet& fonts, std::string_view utf8, const TextFormat& format);

/// Colours of a label, straight alpha, 0 to 1.
struct LabelColors {
    double r{}, g{}, b{}, a{1};
    double halo_r{}, halo_g{}, halo_b{}, halo_a{};
    double halo_width_px{}, halo_blur_px{};
    bool operator==(const LabelColors&) const = default;
};

/// A text ready to be drawn: what, in which colours, turned by how much. The same for window, PNG and paper.
struct Label {
    ShapedText shaped;
    LabelColors colors;
    double rotate_deg{};  // clockwise about the origin
};

/// A label as pixels: draw `picture` with its upper left corner at the whole pixels floor(origin) + (left,
/// top).
struct LabelPicture {
    image::Image picture;
    int left_px{}, top_px{};
};

/// Coverage and halo at the exact size, unhinted. `x_fraction` and `y_fraction` (0 <= f < 1) say where in its
/// pixel the origin lies; they are rounded down to quarters. Any thread.
[[nodiscard]] LabelPicture draw_label(const FontSet& fonts, const Label& label, double x_fraction,
                                      double y_fraction);

}  // namespace jinsha::text
