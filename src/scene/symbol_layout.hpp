#pragma once

#include "scene/line_label.hpp"
#include "scene/placement.hpp"
#include "scene/symbol_claim.hpp"
#include "style/style_layer.hpp"
#include "symbol/icon_store.hpp"
#include "text/label.hpp"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace jinsha::scene {

/// The choices of a symbol with what is drawn for each of them.
struct SymbolParts final : ClaimParts {
    struct TextDrawing {
        std::vector<PlacedText> texts;
        GridBox box{kNoBox};  // without padding
    };
    std::optional<PlacedIcon> icon_drawing;
    GridBox icon_box{kNoBox};                // without padding
    std::vector<TextDrawing> text_drawings;  // one for each choice of `text`
};

/// Turns evaluated layout properties into boxes and drawings on the pixel grid. `reach_px` is how far from
/// the anchor a box may end; a choice that goes farther is left out.
struct SymbolLayout {
    const text::FontSet& fonts;
    double pixel_ratio{1};
    double reach_px{256};

    /// `course_turn`: of the line that the icon stands on. False when it is too large.
    [[nodiscard]] bool add_icon(SymbolParts& parts, const style::SymbolIcon& icon, symbol::IconSize size,
                                GridPoint anchor, const Turn& course_turn) const;
    /// Text at a point, one choice for each anchor. False when all of them are too large.
    [[nodiscard]] bool add_text(SymbolParts& parts, const style::SymbolText& text, GridPoint anchor) const;

    /// For texts along lines: shaped in one line, ready to be set at any place of it.
    struct LineSetting {
        text::ShapedText shaped;
        std::vector<text::GlyphGroup> groups;
        std::vector<GlyphSpan> spans;
        LineTextFormat format;
        text::LabelColors colors;
        [[nodiscard]] double length_px() const noexcept { return shaped.width_px; }
    };
    [[nodiscard]] LineSetting line_setting(const style::SymbolText& text) const;
    /// Text along the course near `along_px`, with up to `slack_px` of freedom. False when all places are too
    /// far out; a course that is too short or too crooked gives no choice either, which is no fault.
    [[nodiscard]] bool add_line_text(SymbolParts& parts, const style::SymbolText& text,
                                     const LineSetting& setting, const LineCourse& course,
                                     const LineAnchor& anchor, double slack_px) const;
};

/// The text's format in physical pixels.
[[nodiscard]] text::TextFormat text_format(const style::SymbolText& text, double pixel_ratio,
                                           text::Alignment alignment);

/// The anchors that a text may take, in their order: text-variable-anchor, else text-anchor.
[[nodiscard]] std::span<const style::Anchor> anchors_of(const style::SymbolText& text) noexcept;

/// text-offset in pixels. With variable anchors its amounts count in the direction that the anchor gives.
struct TextOffset {
    double x_px{}, y_px{};
    bool is_variable{};
};
[[nodiscard]] TextOffset text_offset(const style::SymbolText& text, double pixel_ratio) noexcept;

/// From the symbol's anchor to the middle of a text of that size in pixels.
[[nodiscard]] GridPoint text_middle(style::Anchor anchor, const TextOffset& offset, double width_px,
                                    double height_px) noexcept;

/// From the symbol's anchor to the middle of its icon, before it is turned.
[[nodiscard]] GridPoint icon_middle(const style::SymbolIcon& icon, double width_px, double height_px,
                                    double pixel_ratio) noexcept;

}  // namespace jinsha::scene
