#pragma once

#include "text/font_set.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace jinsha::text {

/// A glyph as the shaper gives it; lengths in pixels, y down.
struct RunGlyph {
    std::uint32_t glyph_id{};
    std::uint8_t font{};
    std::size_t character{};  // of the whole text: the first that it stands for
    double advance{};
    double offset_x{}, offset_y{};
};

/// Which characters of a text to shape, and how.
struct RunFormat {
    FontWeight weight{};
    double size_px{};
    bool allows_ligatures{true};
};

/// The glyphs of characters [first, last) of `text`, one line, in the order in which they are drawn from left
/// to right. Pieces of another script or font are shaped apart.
[[nodiscard]] std::vector<RunGlyph> shape_run(const FontSet& fonts, std::u32string_view text,
                                              std::size_t first, std::size_t last, const RunFormat& format);

}  // namespace jinsha::text
