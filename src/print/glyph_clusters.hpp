#pragma once

#include "text/label.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace jinsha::print {

/// Glyphs of a shaped text that stand for some of its characters, next to each other.
struct GlyphCluster {
    std::span<const text::PlacedGlyph> glyphs;  // of one font
    std::string_view text;                      // without what separates lines
};

/// The glyphs of a text with the characters they stand for, in the order of the glyphs. Borrows `shaped`.
[[nodiscard]] std::vector<GlyphCluster> glyph_clusters(const text::ShapedText& shaped);

}  // namespace jinsha::print
