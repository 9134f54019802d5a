#pragma once

#include "text/font_set.hpp"
#include "text/glyph_cache.hpp"
#include "text/typeface.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <utility>

namespace jinsha::text {

/// The opened fonts of a FontSet: one of each weight, and others as characters ask for them. A font's number
/// is that of PlacedGlyph::font. Any thread.
struct FontSet::Faces {
    Faces(Typeface regular, Typeface bold);

    [[nodiscard]] const Typeface& typeface(FontWeight weight, std::uint8_t font = 0) const;
    /// The number of a font that has the character: 0 where the weight's own has it or none has.
    [[nodiscard]] std::uint8_t font_for(char32_t c, FontWeight weight) const;
    [[nodiscard]] GlyphCache& glyph_cache() const noexcept { return glyph_cache_; }

private:
    [[nodiscard]] std::uint8_t find_other(char32_t c, FontWeight weight) const;

    Typeface regular_, bold_;
    mutable GlyphCache glyph_cache_;
    mutable std::mutex mutex_;             // of what follows
    mutable std::deque<Typeface> others_;  // numbers 1 …; a deque, because references to them are given out
    mutable std::map<std::pair<FontWeight, char32_t>, std::uint8_t> found_;
};

}  // namespace jinsha::text
