#include "search/folded_text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace jinsha::search {
namespace {

constexpr UChar32 kUmlautU = 0xFC;  // input methods write it v

/// What one character becomes: mostly one, sometimes several (㎡ → m2), or none (an accent).
icu::UnicodeString folded(const icu::Normalizer2& casefold, const icu::Normalizer2& decompose, UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString lower = casefold.normalize(icu::UnicodeString{c}, status);
    if (lower.char32At(0) == kUmlautU) return icu::UnicodeString{UChar32{'v'}};
    return decompose.normalize(lower, status);
}

bool is_ascii_letter_or_digit(UChar32 c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

std::vector<FoldedCharacter> fold(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(status);
    std::vector<FoldedCharacter> characters;
    if (U_FAILURE(status)) return characters;
    characters.reserve(text.size());

    bool is_in_word = false;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        const auto begin = static_cast<std::uint32_t>(at);
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c);
        const auto end = static_cast<std::uint32_t>(at);
        const auto add = [&](UChar32 code) {
            const bool is_chinese = u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC);
            characters.push_back({static_cast<char32_t>(code), is_chinese || !is_in_word, begin, end});
            is_in_word = !is_chinese;
        };
        if (is_ascii_letter_or_digit(c)) {  // most of what is not Chinese, without ICU's strings
            add(c);
            continue;
        }
        if (c < 0) {
            is_in_word = false;
            continue;
        }
        const icu::UnicodeString parts = folded(*casefold, *decompose, c);
        for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
            const UChar32 part = parts.char32At(i);
            if (u_isalnum(part)) {
                add(part);
            } else if (u_charType(part) != U_NON_SPACING_MARK) {
                is_in_word = false;
            }
        }
    }
    return characters;
}

}  // namespace jinsha::search
