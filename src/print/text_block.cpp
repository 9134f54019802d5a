#include "print/text_block.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::print {

namespace {

constexpr double kLineHeight = 1.35;  // ems

/// A break is not made for the last bit of a width that was measured before.
constexpr double kTolerance = 0.01;

}  // namespace

TextBlock set_text(const text::FontSet& fonts, std::string_view text, const TypeStyle& style,
                   double max_width) {
    text::TextFormat format;
    format.size_px = style.size;
    format.weight = style.weight;
    format.alignment = style.alignment;
    format.line_height_px = style.size * kLineHeight;
    format.max_width_px = max_width > 0 ? max_width + kTolerance : 0;
    TextBlock block{text::shape(fonts, text, format), {}};
    block.box = {0, 0, block.shaped.width_px, block.shaped.height_px};
    return block;
}

TextBlock fit_text(const text::FontSet& fonts, std::string_view text, TypeStyle style, double max_width) {
    TextBlock whole = set_text(fonts, text, style, 0);
    if (whole.box.width <= max_width) return whole;
    constexpr double kSmallest = 0.5;
    style.size *= std::max(kSmallest, max_width / whole.box.width * 0.999);
    return set_text(fonts, text, style, max_width);
}

}  // namespace jinsha::print
