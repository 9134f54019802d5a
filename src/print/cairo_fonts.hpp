#pragma once

#include "error/error.hpp"
#include "text/font_set.hpp"

#include <cairo.h>

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace jinsha::print {

/// The font files of a FontSet as cairo's font faces: the same glyph numbers, unhinted. Not for two threads.
class CairoFonts {
public:
    explicit CairoFonts(std::shared_ptr<const text::FontSet> fonts);
    ~CairoFonts();

    /// Borrowed. `font` is PlacedGlyph::font. The error names the file.
    [[nodiscard]] Result<cairo_font_face_t*> face(text::FontWeight weight, std::uint8_t font);

private:
    struct Library;
    std::shared_ptr<const text::FontSet> fonts_;
    std::shared_ptr<Library> library_;
    std::map<std::pair<std::string, int>, cairo_font_face_t*> faces_;
};

}  // namespace jinsha::print
