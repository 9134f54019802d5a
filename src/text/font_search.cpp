#include "text/font_search.hpp"

#include "text/typeface.hpp"

#include <fontconfig/fontconfig.h>

#include <memory>

namespace jinsha::text {

namespace {

using Pattern = std::unique_ptr<FcPattern, ClosedBy<FcPatternDestroy>>;
using CharSet = std::unique_ptr<FcCharSet, ClosedBy<FcCharSetDestroy>>;

Pattern chinese_pattern(FontWeight weight) {
    Pattern pattern{FcPatternCreate()};
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("Noto Sans CJK SC"));
    FcPatternAddString(pattern.get(), FC_LANG, reinterpret_cast<const FcChar8*>("zh-cn"));
    FcPatternAddInteger(pattern.get(), FC_WEIGHT,
                        weight == FontWeight::Bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddBool(pattern.get(), FC_OUTLINE, FcTrue);
    FcPatternAddBool(pattern.get(), FC_COLOR, FcFalse);  // emoji in colour have no outlines
    return pattern;
}

Pattern best_match(Pattern pattern) {
    FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    FcResult result{};
    return Pattern{FcFontMatch(nullptr, pattern.get(), &result)};
}

std::optional<FontFile> file_of(FcPattern* font) {
    FcChar8* path = nullptr;
    int index = 0;
    if (FcPatternGetString(font, FC_FILE, 0, &path) != FcResultMatch) return std::nullopt;
    FcPatternGetInteger(font, FC_INDEX, 0, &index);
    // The upper half names an instance of a variable font; its default instance is taken.
    return FontFile{reinterpret_cast<const char*>(path), index & 0xFFFF};
}

}  // namespace

std::optional<FontFile> find_chinese_font(FontWeight weight) {
    const Pattern font = best_match(chinese_pattern(weight));
    return font ? file_of(font.get()) : std::nullopt;
}

std::optional<FontFile> find_font_with(char32_t c, FontWeight weight) {
    Pattern pattern = chinese_pattern(weight);
    const CharSet wanted{FcCharSetCreate()};
    FcCharSetAddChar(wanted.get(), c);
    FcPatternAddCharSet(pattern.get(), FC_CHARSET, wanted.get());
    const Pattern font = best_match(std::move(pattern));
    FcCharSet* offered = nullptr;
    if (!font || FcPatternGetCharSet(font.get(), FC_CHARSET, 0, &offered) != FcResultMatch ||
        !FcCharSetHasChar(offered, c))
        return std::nullopt;
    return file_of(font.get());
}

}  // namespace jinsha::text
