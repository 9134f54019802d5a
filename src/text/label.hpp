#pragma once

#include "image/image.hpp"
#include "text/font_set.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::text {

enum class Alignment { Left, Center, Right };

/// How a text is set. Lengths in physical pixels.
struct TextFormat {
    FontWeight weight{FontWeight::Regular};
    double size_px{16};          // of the em; more than 1,024 counts as 1,024
    double letter_spacing_px{};  // between characters, not after the last of a line
    double max_width_px{};       // where lines are broken; 0: only at line feeds
    double line_height_px{};     // 0: 1.2 times the size
    Alignment alignment{Alignment::Center};
    bool operator==(const TextFormat&) const = default;
};

/// A glyph of a shaped text; the position of its origin (left end of its advance, on the baseline) is from
/// the text's origin, y down.
struct PlacedGlyph {
    std::uint32_t glyph_id{};
    double x{}, y{};
    double advance{};         // without letter spacing
    std::uint32_t cluster{};  // byte of the text it stands for; several glyphs may share one
    std::uint8_t font{};      // for FontSet::file: 0 the format's own, others where that lacks the character
    bool operator==(const PlacedGlyph&) const = default;
};

/// A shaped, broken and aligned text: its glyphs and its box. The origin is the box's middle. Immutable.
struct ShapedText {
    std::string text;  // as shaped: valid UTF-8, repaired and cut where that was needed
    TextFormat format;
    std::vector<PlacedGlyph> glyphs;
    double width_px{}, height_px{};  // of the box: advances and line heights, not ink
    double baseline_px{};            // from the middle of a line down to its baseline
    int line_count{1};               // 0 for an empty text, which has no glyphs and a box without size
    bool operator==(const ShapedText&) const = default;
};

/// Shapes with HarfBuzz, breaks lines where Chinese and Latin allow (not before ，。、 and the like, not
/// after an opening bracket, not inside words and numbers), evens out their lengths, aligns them. A word
/// wider than max_width_px stands out. Between Chinese and Latin letters or digits that touch, an eighth of
/// an em is set free. Text that is no UTF-8 is repaired with U+FFFD. Longer than 2,000 characters is cut with
/// …. A right-to-left word reads correctly, but several of them stand in the order of the text. A format with
/// lengths that are not finite or a size that is not positive gives an empty text. Any thread.
[[nodiscard]] ShapedText shape(const FontSet& fonts, std::string_view utf8, const TextFormat& format);

/// Glyphs [first, last) of a shaped text that must stay together: a letter with its marks, a ligature.
struct GlyphGroup {
    std::size_t first{}, last{};
    double middle_x{};  // of its advance, from the text's origin
    double advance{};
    bool operator==(const GlyphGroup&) const = default;
};

/// All groups of a text in the order of its glyphs, for labels that follow a line: each group is placed and
/// turned on its own.
[[nodiscard]] std::vector<GlyphGroup> glyph_groups(const ShapedText& shaped);
/// One group as a text of its own, its origin at the middle of its advance and the middle of its line:
/// `Label{group_text(shaped, group), colors, angle_deg}` turns about the point that lies on the line.
[[nodiscard]] ShapedText group_text(const ShapedText& shaped, const GlyphGroup& group);

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
/// pixel the origin lies; they are rounded down to quarters. The halos of all glyphs are one surface under
/// all glyphs; halo_blur_px is how far its edge fades, inwards and outwards. Halo widths and blurs beyond 64
/// px count as 64. Cut off 4,096 px from the origin; empty where there is nothing to see. Any thread.
[[nodiscard]] LabelPicture draw_label(const FontSet& fonts, const Label& label, double x_fraction,
                                      double y_fraction);

}  // namespace jinsha::text
