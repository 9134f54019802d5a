#include "text/glyph_run.hpp"

#include "text/faces.hpp"
#include "text/typeface.hpp"

#include <hb.h>

#include <memory>

namespace jinsha::text {

namespace {

using Buffer = std::unique_ptr<hb_buffer_t, ClosedBy<hb_buffer_destroy>>;

/// Neighbouring characters with one script and one font.
struct Item {
    std::size_t first{}, last{};
    hb_script_t script{HB_SCRIPT_HAN};
    std::uint8_t font{};
};

/// Whether the character takes the script and font of the one before it: marks, joiners, punctuation.
bool is_neutral(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

bool clings_to_previous(char32_t c) {
    const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_FORMAT;
}

std::vector<Item> itemize(const FontSet& fonts, std::u32string_view text, std::size_t first, std::size_t last,
                          FontWeight weight) {
    std::vector<Item> items;
    for (std::size_t i = first; i < last; ++i) {
        const bool clings = !items.empty() && clings_to_previous(text[i]);
        const std::uint8_t font = clings ? items.back().font : fonts.faces().font_for(text[i], weight);
        const hb_script_t own = hb_unicode_script(hb_unicode_funcs_get_default(), text[i]);
        const hb_script_t script =
            !is_neutral(own) ? own : (items.empty() ? HB_SCRIPT_HAN : items.back().script);
        if (items.empty() || items.back().font != font || items.back().script != script)
            items.push_back({i, i, script, font});
        items.back().last = i + 1;
    }
    return items;
}

hb_feature_t without(hb_tag_t tag) {
    return {tag, 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

void append_item(std::vector<RunGlyph>& glyphs, const FontSet& fonts, std::u32string_view text,
                 const Item& item, const RunFormat& format) {
    const Buffer buffer{hb_buffer_create()};
    hb_buffer_add_utf32(buffer.get(), reinterpret_cast<const std::uint32_t*>(text.data()),
                        static_cast<int>(text.size()), static_cast<unsigned>(item.first),
                        static_cast<int>(item.last - item.first));
    const hb_direction_t direction = hb_script_get_horizontal_direction(item.script);
    hb_buffer_set_direction(buffer.get(), direction == HB_DIRECTION_INVALID ? HB_DIRECTION_LTR : direction);
    hb_buffer_set_script(buffer.get(), item.script);
    static const hb_language_t kSimplifiedChinese = hb_language_from_string("zh-Hans", -1);
    hb_buffer_set_language(buffer.get(), kSimplifiedChinese);

    const Typeface& typeface = fonts.faces().typeface(format.weight, item.font);
    const hb_feature_t no_ligatures[] = {without(HB_TAG('l', 'i', 'g', 'a')),
                                         without(HB_TAG('c', 'l', 'i', 'g'))};
    hb_shape(typeface.shaper(), buffer.get(), no_ligatures, format.allows_ligatures ? 0 : 2);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    const double px = format.size_px / typeface.units_per_em();
    for (unsigned i = 0; i < count; ++i) {
        glyphs.push_back({infos[i].codepoint, item.font, infos[i].cluster, positions[i].x_advance * px,
                          positions[i].x_offset * px, -positions[i].y_offset * px});
    }
}

}  // namespace

std::vector<RunGlyph> shape_run(const FontSet& fonts, std::u32string_view text, std::size_t first,
                                std::size_t last, const RunFormat& format) {
    std::vector<RunGlyph> glyphs;
    for (const Item& item : itemize(fonts, text, first, last, format.weight))
        append_item(glyphs, fonts, text, item, format);
    return glyphs;
}

}  // namespace jinsha::text
