#include "text/typeface.hpp"

#include <hb-ot.h>

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace jinsha::text {

namespace {

/// Typographic ascender and descender of the OS/2 table (OpenType 1.9, OS/2, offsets 68 and 70), whose middle
/// is that of the em box; hhea's are wider and lie higher.
std::optional<double> middle_of_line(hb_face_t* face) {
    const std::unique_ptr<hb_blob_t, ClosedBy<hb_blob_destroy>> table{
        hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'))};
    unsigned length = 0;
    const char* data = hb_blob_get_data(table.get(), &length);
    if (length < 72) return std::nullopt;
    const auto signed16 = [data](int offset) {
        const auto high = static_cast<std::uint8_t>(data[offset]);
        const auto low = static_cast<std::uint8_t>(data[offset + 1]);
        return static_cast<std::int16_t>(high << 8 | low);
    };
    return (signed16(68) + signed16(70)) / 2.0;
}

}  // namespace

Result<Typeface> Typeface::open(FontFile file) {
    Blob blob{hb_blob_create_from_file_or_fail(file.path.c_str())};
    if (!blob) return fail("cannot read the font file '{}'", file.path.string());
    const std::unique_ptr<hb_face_t, ClosedBy<hb_face_destroy>> face{
        hb_face_create(blob.get(), static_cast<unsigned>(file.face_index))};
    if (hb_face_get_glyph_count(face.get()) == 0)
        return fail("'{}' has no font with number {}", file.path.string(), file.face_index);
    Font font{hb_font_create(face.get())};
    hb_font_make_immutable(font.get());
    return Typeface{std::move(file), std::move(blob), std::move(font)};
}

Typeface::Typeface(FontFile file, Blob blob, Font font)
    : file_{std::move(file)}, blob_{std::move(blob)}, font_{std::move(font)} {
    hb_face_t* face = hb_font_get_face(font_.get());
    units_per_em_ = hb_face_get_upem(face);
    constexpr double kUsualMiddleEm = 0.38;
    middle_em_ = kUsualMiddleEm;
    if (const auto middle = middle_of_line(face)) middle_em_ = *middle / units_per_em_;
}

std::string Typeface::family() const {
    std::array<char, 256> name{};
    auto size = static_cast<unsigned>(name.size());
    hb_ot_name_get_utf8(hb_font_get_face(font_.get()), HB_OT_NAME_ID_FONT_FAMILY,
                        hb_language_from_string("en", -1), &size, name.data());
    return name.data();
}

bool Typeface::has(char32_t c) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_.get(), c, &glyph) != 0 && glyph != 0;
}

std::span<const unsigned char> Typeface::bytes() const {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob_.get(), &length);
    return {reinterpret_cast<const unsigned char*>(data), length};
}

}  // namespace jinsha::text
