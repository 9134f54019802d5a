#include "search/spelling.hpp"

#include "search/pinyin.hpp"

#include <unicode/utf8.h>

#include <cstdint>

namespace jinsha::search {

namespace {

constexpr char kAfterLatin = 0x7F;     // begins a character, so that it stands behind letters and digits
constexpr char kEndOfSyllable = 0x01;  // below all letters, so that "li" stands before "lian"

}  // namespace

std::string spelled_for_sorting(std::string_view text) {
    std::string spelled;
    const auto* const bytes_of_text = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t begin = at;
        UChar32 character = 0;
        U8_NEXT(bytes_of_text, at, size, character);
        const auto bytes = text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
        const auto read_as =
            character < 0 ? std::span<const std::uint16_t>{} : readings(static_cast<char32_t>(character));
        if (!read_as.empty()) {
            spelled += kAfterLatin;
            spelled += syllable(read_as.front());
            spelled += kEndOfSyllable;
        }
        spelled += bytes;
    }
    return spelled;
}

}  // namespace jinsha::search
