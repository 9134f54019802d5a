#include "json/scan.hpp"

#include <bit>
#include <cstdint>
#include <cstring>

namespace jinsha::json {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101U, kHighs = 0x8080808080808080U;

constexpr std::uint64_t repeated(unsigned char c) noexcept {
    return kOnes * c;
}

/// Marks the highest bit of bytes that are zero; bytes above the lowest zero
/// may be marked in error (Warren, Hacker's Delight, 6-1).
constexpr std::uint64_t zero_bytes(std::uint64_t word) noexcept {
    return (word - kOnes) & ~word & kHighs;
}

/// How many of the eight bytes before `text.size()` stand before a quotation
/// mark or backslash, or, unless `is_any_taken`, a control character or a byte
/// beyond ASCII. Eight at once, because strings are most of a text.
std::size_t plain_run(std::string_view text, std::size_t at, bool is_any_taken) noexcept {
    const std::size_t begin = at;
    while (std::endian::native == std::endian::little) {
        if (at + sizeof(std::uint64_t) > text.size()) break;
        std::uint64_t word{};
        std::memcpy(&word, text.data() + at, sizeof word);
        std::uint64_t marks = zero_bytes(word ^ repeated('"')) | zero_bytes(word ^ repeated('\\'));
        if (!is_any_taken) marks |= (word & kHighs) | ((word - repeated(0x20)) & ~word & kHighs);
        if (marks != 0) return at - begin + static_cast<std::size_t>(std::countr_zero(marks)) / 8;
        at += sizeof word;
    }
    return at - begin;
}

bool is_hexadecimal(char c) noexcept {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// The bytes of the escape at `at`, 0 when it is none.
std::size_t escape_length(std::string_view text, std::size_t at) noexcept {
    if (at + 1 >= text.size()) return 0;
    constexpr std::string_view kShort = "\"\\/bfnrt";
    if (kShort.find(text[at + 1]) != std::string_view::npos) return 2;
    constexpr std::size_t kLong = 6;
    if (text[at + 1] != 'u' || at + kLong > text.size()) return 0;
    for (std::size_t i = 2; i < kLong; ++i)
        if (!is_hexadecimal(text[at + i])) return 0;
    return kLong;
}

void note(std::size_t& first, std::size_t at) noexcept {
    if (first == StringToken::kNowhere) first = at;
}

std::size_t skip_digits(std::string_view text, std::size_t at) noexcept {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

/// The end of the longest number of RFC 8259 that begins at `at`; `at` when
/// there is none.
std::size_t sound_number_end(std::string_view text, std::size_t at) noexcept {
    const auto is_at = [text](std::size_t i, char c) { return i < text.size() && text[i] == c; };
    const std::size_t begin = at;
    if (is_at(at, '-')) ++at;
    const std::size_t digits = is_at(at, '0') ? at + 1 : skip_digits(text, at);
    if (digits == at) return begin;
    at = digits;
    if (is_at(at, '.')) {
        const std::size_t decimals = skip_digits(text, at + 1);
        if (decimals == at + 1) return at;
        at = decimals;
    }
    if (is_at(at, 'e') || is_at(at, 'E')) {
        std::size_t exponent = at + 1;
        if (is_at(exponent, '+') || is_at(exponent, '-')) ++exponent;
        const std::size_t end = skip_digits(text, exponent);
        if (end > exponent) at = end;
    }
    return at;
}

}  // namespace

std::size_t byte_order_mark_length(std::string_view text) noexcept {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    return text.starts_with(kMark) ? kMark.size() : 0;
}

std::size_t utf8_length(std::string_view text, std::size_t at) noexcept {
    const auto byte = [text](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return byte(i) >= low && byte(i) <= high;
    };
    if (at >= text.size()) return 0;
    const unsigned first = byte(at);  // Unicode 15, table 3-7
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(at + 1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80, high = first == 0xED ? 0x9F : 0xBF;
        return follows(at + 1, low, high) && follows(at + 2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80, high = first == 0xF4 ? 0x8F : 0xBF;
        return follows(at + 1, low, high) && follows(at + 2) && follows(at + 3) ? 4 : 0;
    }
    return 0;
}

StringToken scan_string(std::string_view text, std::size_t at) noexcept {
    StringToken token;
    ++at;
    while (true) {
        at += plain_run(text, at, false);
        if (at >= text.size()) break;
        const auto c = static_cast<unsigned char>(text[at]);
        if (c == '"') {
            token.end = at + 1;
            token.is_closed = true;
            return token;
        }
        if (c == '\\') {
            const std::size_t length = escape_length(text, at);
            token.has_escapes = true;
            token.has_unicode_escapes = token.has_unicode_escapes || length > 2;
            if (length == 0) note(token.bad_escape, at);
            at += length == 0 ? 2 : length;  // an escaped quotation mark never ends the string
        } else if (c >= 0x80) {
            const std::size_t length = utf8_length(text, at);
            token.has_non_ascii = true;
            if (length == 0) note(token.not_utf8, at);
            at += length == 0 ? 1 : length;
        } else {
            if (c < 0x20) note(token.control_character, at);
            ++at;
        }
    }
    token.end = text.size();
    return token;
}

StringEnd find_string_end(std::string_view text, std::size_t at) noexcept {
    StringEnd result;
    ++at;
    while (true) {
        at += plain_run(text, at, true);
        if (at >= text.size()) break;
        if (text[at] == '"') {
            result.end = at + 1;
            result.is_closed = true;
            return result;
        }
        const bool is_escape = text[at] == '\\';
        result.has_escapes = result.has_escapes || is_escape;
        at += is_escape ? 2 : 1;
    }
    result.end = text.size();
    return result;
}

NumberToken scan_number(std::string_view text, std::size_t at) noexcept {
    std::size_t end = sound_number_end(text, at);
    const bool is_whole = end == text.size() || !is_of_a_number(text[end]);
    if (end > at && is_whole) return {end, true, false};
    for (const std::string_view word : {"NaN", "Infinity", "-Infinity"})
        if (const std::size_t behind = skip_word(text, at, word); behind > at) return {behind, false, true};
    while (end < text.size() && is_of_a_number(text[end])) ++end;
    return {end, false, false};
}

std::string_view kind_at(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return "the end of the text";
    const char c = text[at];
    if (c == '{') return "an object";
    if (c == '[') return "an array";
    if (c == '"') return "a string";
    if (is_digit(c) || c == '-') return "a number";
    if (skip_word(text, at, "null") > at) return "null";
    const bool is_boolean = skip_word(text, at, "true") > at || skip_word(text, at, "false") > at;
    return is_boolean ? "true or false" : "";
}

}  // namespace jinsha::json
