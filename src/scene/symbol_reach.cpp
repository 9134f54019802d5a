#include "scene/symbol_reach.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::scene {

namespace {

// The widest letters of these scripts are an em wide; beside it stands the gap between scripts.
constexpr double kMostAdvanceEm = 1.2;
// Rounding must not let the core of a text stand out of its box.
constexpr double kSafetyPx = 0.01;

/// The next code point of valid UTF-8; 0 where it is none.
char32_t next_code_point(std::string_view text, std::size_t& i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (size == 0 || i + size > text.size()) return ++i, 0;
    char32_t c = size == 1 ? lead : lead & (0x7F >> size);
    for (std::size_t k = 1; k < size; ++k) {
        const auto byte = static_cast<unsigned char>(text[i + k]);
        if ((byte & 0xC0) != 0x80) return ++i, 0;
        c = c << 6 | (byte & 0x3F);
    }
    i += size;
    return c;
}

/// Letters, figures and signs that are no wider than an em and neither combine nor vanish.
bool has_known_width(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    return within(0x20, 0x7E) || within(0xA1, 0xAC) || within(0xAE, 0x17F) || within(0x391, 0x3CE) ||
           within(0x401, 0x45F) || within(0x2013, 0x2026) || within(0x3000, 0x3029) ||
           within(0x3041, 0x3096) || within(0x309B, 0x30FF) || within(0x3400, 0x4DBF) ||
           within(0x4E00, 0x9FFF) || within(0xAC00, 0xD7A3) || within(0xFF01, 0xFF60) || c == '\n';
}

bool is_ideograph(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
}

/// Adds up paragraph by paragraph what its lines can need.
class LineBound {
public:
    explicit LineBound(const text::TextFormat& format)
        : most_{format.max_width_px},
          advance_{kMostAdvanceEm * format.size_px + std::max(0.0, format.letter_spacing_px)} {}

    void add(char32_t c) {
        if (c == '\n') return end_paragraph();
        if (c == ' ' || (is_ideograph(previous_) && is_ideograph(c))) word_ = 0;
        word_ += advance_;
        paragraph_ += advance_;
        longest_word_ = std::max(longest_word_, word_);
        previous_ = c;
    }
    void end_paragraph() {
        if (most_ <= 0 || paragraph_ <= most_) {
            width_ = std::max(width_, paragraph_);
            lines_ += 1;
        } else {  // any two neighbouring lines are together wider than one may be
            width_ = std::max({width_, most_, longest_word_});
            lines_ += std::floor(2 * paragraph_ / most_) + 1;
        }
        paragraph_ = word_ = longest_word_ = 0;
        previous_ = 0;
    }
    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double lines() const { return lines_; }

private:
    double most_, advance_;
    double paragraph_{}, word_{}, longest_word_{};
    double width_{}, lines_{};
    char32_t previous_{};
};

}  // namespace

std::optional<TextBound> text_bound(std::string_view utf8, const text::TextFormat& format) {
    LineBound bound{format};
    for (std::size_t i = 0; i < utf8.size();) {
        const char32_t c = next_code_point(utf8, i);
        if (!has_known_width(c)) return {};
        bound.add(c);
    }
    bound.end_paragraph();
    return TextBound{bound.width(), bound.lines() * format.line_height_px};
}

GridBox text_reach(const style::SymbolText& text, const TextBound& bound, GridPoint anchor,
                   double pixel_ratio) {
    GridBox reach = kNoBox;
    const TextOffset offset = text_offset(text, pixel_ratio);
    for (const style::Anchor text_anchor : anchors_of(text)) {
        // The middle of a smaller text lies nearer to the anchor, its edge there stays.
        const GridPoint middle = text_middle(text_anchor, offset, bound.width_px, bound.height_px);
        const GridBox box = box_around(middle, bound.width_px, bound.height_px, {});
        reach = united(reach, box);
    }
    if (text.rotate_deg != 0) {
        const double far = std::hypot(std::max(-reach.left, reach.right), std::max(-reach.top, reach.bottom));
        reach = {-far, -far, far, far};
    }
    return reach.moved(anchor).grown(text.padding * pixel_ratio);
}

TextCore::TextCore(const style::SymbolText& text, const text::TextFormat& format, double pixel_ratio) {
    if (text.rotate_deg != 0) return;
    for (const style::Anchor anchor : anchors_of(text)) {
        anchors_ = static_cast<std::uint16_t>(anchors_ | 1 << static_cast<int>(anchor));
    }
    const TextOffset offset = text_offset(text, pixel_ratio);
    is_variable_ = offset.is_variable;
    offset_x_px_ = static_cast<float>(offset.x_px);
    offset_y_px_ = static_cast<float>(offset.y_px);
    line_px_ = static_cast<float>(format.line_height_px);
    margin_px_ = static_cast<float>(text.padding * pixel_ratio - kSafetyPx);
}

void TextCore::boxes(GridPoint anchor, std::vector<GridBox>& out) const {
    out.clear();
    for (int i = 0; i <= static_cast<int>(style::Anchor::BottomRight); ++i) {
        if (!(anchors_ >> i & 1)) continue;
        const GridPoint middle = text_middle(static_cast<style::Anchor>(i),
                                             {offset_x_px_, offset_y_px_, is_variable_}, 0, line_px_);
        const GridBox segment = box_around({anchor.x + middle.x, anchor.y + middle.y}, 0, line_px_, {});
        out.push_back(segment.grown(margin_px_));
    }
}

}  // namespace jinsha::scene
