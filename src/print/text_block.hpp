#pragma once

#include "print/page_geometry.hpp"
#include "style/color.hpp"
#include "text/label.hpp"

#include <string_view>

namespace jinsha::print {

/// A text on its place: its origin is the middle of the box.
struct TextBlock {
    text::ShapedText shaped;
    PageRect box;

    [[nodiscard]] text::Label label(const style::Color& color) const {
        text::LabelColors colors;
        colors.r = color.r;
        colors.g = color.g;
        colors.b = color.b;
        colors.a = color.a;
        return {shaped, colors, 0};
    }
};

struct TypeStyle {
    double size{};  // page pixels
    text::FontWeight weight{text::FontWeight::Regular};
    text::Alignment alignment{text::Alignment::Left};
};

/// The text with its upper left corner at the page's, broken where it would be wider than `max_width` (0:
/// nowhere).
[[nodiscard]] TextBlock set_text(const text::FontSet& fonts, std::string_view text, const TypeStyle& style,
                                 double max_width);

/// The text in one line, its letters made smaller to fit, down to half their size; broken into lines beyond
/// that.
[[nodiscard]] TextBlock fit_text(const text::FontSet& fonts, std::string_view text, TypeStyle style,
                                 double max_width);

[[nodiscard]] inline TextBlock moved(TextBlock block, double left, double top) {
    block.box.left += left;
    block.box.top += top;
    return block;
}

}  // namespace jinsha::print
