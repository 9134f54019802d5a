#include "print/cairo_fonts.hpp"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>
#include <utility>

namespace jinsha::print {

struct CairoFonts::Library {
    FT_Library handle{};
    Library() {
        if (FT_Init_FreeType(&handle) != 0) handle = nullptr;
    }
    ~Library() {
        if (handle) FT_Done_FreeType(handle);
    }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
};

CairoFonts::CairoFonts(std::shared_ptr<const text::FontSet> fonts)
    : fonts_{std::move(fonts)}, library_{std::make_shared<Library>()} {}

CairoFonts::~CairoFonts() {
    for (const auto& [file, face] : faces_) cairo_font_face_destroy(face);
}

Result<cairo_font_face_t*> CairoFonts::face(text::FontWeight weight, std::uint8_t font) {
    const text::FontFile file = fonts_->file(weight, font);
    const std::pair key{file.path.string(), file.face_index};
    if (const auto known = faces_.find(key); known != faces_.end()) return known->second;

    FT_Face opened{};
    if (!library_->handle || FT_New_Face(library_->handle, file.path.c_str(), file.face_index, &opened) != 0)
        return fail("{}: cannot be opened as a font", file.path.string());
    // cairo keeps font faces in caches of its own beyond our lifetime: what a face needs lives as long as it.
    struct Owner {
        FT_Face face;
        std::shared_ptr<Library> library;
        ~Owner() { FT_Done_Face(face); }
    };
    static const cairo_user_data_key_t kOwner{};
    cairo_font_face_t* face = cairo_ft_font_face_create_for_ft_face(opened, FT_LOAD_NO_HINTING);
    cairo_font_face_set_user_data(face, &kOwner, new Owner{opened, library_},
                                  [](void* owner) { delete static_cast<Owner*>(owner); });
    faces_.emplace(key, face);
    return face;
}

}  // namespace jinsha::print
