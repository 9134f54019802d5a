#pragma once

#include "scene/symbol_layout.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace jinsha::scene {

/// No less than the size of the text's box, found without shaping it, in pixels; none for texts with
/// characters whose width is not known beforehand (outside the scripts of Europe and East Asia).
struct TextBound {
    double width_px{}, height_px{};
};
[[nodiscard]] std::optional<TextBound> text_bound(std::string_view utf8, const text::TextFormat& format);

/// Around all places that a text of at most that size may take for a symbol at `anchor`, padding included.
[[nodiscard]] GridBox text_reach(const style::SymbolText& text, const TextBound& bound, GridPoint anchor,
                                 double pixel_ratio);

/// What every text of at least one line covers: for each anchor that it may take, a segment of one line's
/// height. Kept in few bytes, since crowds of symbols keep it.
class TextCore {
public:
    /// Nothing is known.
    TextCore() = default;
    TextCore(const style::SymbolText& text, const text::TextFormat& format, double pixel_ratio);
    /// Empty when nothing is known.
    void boxes(GridPoint anchor, std::vector<GridBox>& out) const;

private:
    std::uint16_t anchors_{};  // a bit for each style::Anchor
    bool is_variable_{};
    float offset_x_px_{}, offset_y_px_{}, line_px_{}, margin_px_{};
};

}  // namespace jinsha::scene
