#include "style/utf8.hpp"

#include <locale.h>

#include <algorithm>
#include <cwctype>

namespace jinsha::style::utf8 {

namespace {

bool is_continuation(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// How many bytes a code point takes by its first one.
std::size_t width_of(unsigned char first) noexcept {
    if (first < 0xC2) return 1;
    if (first < 0xE0) return 2;
    if (first < 0xF0) return 3;
    return first < 0xF5 ? 4 : 1;
}

/// The C library's tables for Unicode, whatever the user's locale says; never freed, as long as the program.
locale_t unicode_locale() {
    static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
}

char32_t mapped(char32_t c, wint_t (*map)(wint_t, locale_t)) {
    const locale_t locale = unicode_locale();
    return locale ? static_cast<char32_t>(map(static_cast<wint_t>(c), locale)) : c;
}

}  // namespace

std::size_t length(std::string_view text) noexcept {
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size(); ++count) static_cast<void>(next(text, offset));
    return count;
}

std::size_t offset_of(std::string_view text, std::size_t index) noexcept {
    std::size_t offset = 0;
    for (; index > 0 && offset < text.size(); --index) static_cast<void>(next(text, offset));
    return offset;
}

char32_t next(std::string_view text, std::size_t& offset) noexcept {
    const auto first = static_cast<unsigned char>(text[offset]);
    const std::size_t width = width_of(first);
    const std::string_view rest = text.substr(offset + 1, width - 1);
    ++offset;
    if (first < 0x80) return first;
    if (width == 1 || rest.size() != width - 1 || !std::ranges::all_of(rest, is_continuation))
        return U'\uFFFD';
    char32_t code_point = first & (0x7Fu >> width);
    for (const char c : rest) code_point = code_point << 6 | (static_cast<unsigned char>(c) & 0x3Fu);
    offset += width - 1;
    return code_point;
}

void append(std::string& text, char32_t code_point) {
    const auto tail = [&](int shift) { text += static_cast<char>(0x80 | (code_point >> shift & 0x3F)); };
    if (code_point < 0x80) {
        text += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        text += static_cast<char>(0xC0 | code_point >> 6);
        tail(0);
    } else if (code_point < 0x10000) {
        text += static_cast<char>(0xE0 | code_point >> 12);
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0 | code_point >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

std::string upper(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t c = next(text, offset);
        if (c == U'ß') {
            result += "SS";
        } else {
            append(result, c < 0x80 ? static_cast<char32_t>(c >= 'a' && c <= 'z' ? c - 32 : c)
                                    : mapped(c, towupper_l));
        }
    }
    return result;
}

std::string lower(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t c = next(text, offset);
        append(result,
               c < 0x80 ? static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c + 32 : c) : mapped(c, towlower_l));
    }
    return result;
}

}  // namespace jinsha::style::utf8
