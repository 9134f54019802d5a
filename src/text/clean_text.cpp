#include "text/clean_text.hpp"

#include <algorithm>
#include <optional>

namespace jinsha::text {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kEllipsis = 0x2026;

/// How a sequence of UTF-8 goes on after its first byte (Unicode 15.0, table 3-7).
struct SequenceShape {
    int following{};
    std::uint8_t second_from{0x80}, second_to{0xBF};
};

std::optional<SequenceShape> sequence_shape(std::uint8_t first) {
    if (first < 0x80) return SequenceShape{0};
    if (first >= 0xC2 && first <= 0xDF) return SequenceShape{1};
    if (first == 0xE0) return SequenceShape{2, 0xA0, 0xBF};
    if (first == 0xED) return SequenceShape{2, 0x80, 0x9F};  // no surrogates
    if (first >= 0xE1 && first <= 0xEF) return SequenceShape{2};
    if (first == 0xF0) return SequenceShape{3, 0x90, 0xBF};
    if (first >= 0xF1 && first <= 0xF3) return SequenceShape{3};
    if (first == 0xF4) return SequenceShape{3, 0x80, 0x8F};  // no more than U+10FFFF
    return std::nullopt;
}

/// Takes one character, or U+FFFD for what is none, off the front of `rest`, which is not empty.
char32_t take_character(std::string_view& rest) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(rest[i]); };
    const std::uint8_t first = byte(0);
    const auto shape = sequence_shape(first);
    if (!shape) {
        rest.remove_prefix(1);
        return kReplacement;
    }
    constexpr char32_t kFirstByteMask[] = {0x7F, 0x1F, 0x0F, 0x07};
    char32_t character = first & kFirstByteMask[shape->following];
    std::size_t length = 1;
    for (; length <= static_cast<std::size_t>(shape->following); ++length) {
        const std::uint8_t from = length == 1 ? shape->second_from : 0x80;
        const std::uint8_t to = length == 1 ? shape->second_to : 0xBF;
        if (length >= rest.size() || byte(length) < from || byte(length) > to) {
            rest.remove_prefix(length);
            return kReplacement;
        }
        character = character << 6 | (byte(length) & 0x3Fu);
    }
    rest.remove_prefix(length);
    return character;
}

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/// The character as it is set, nothing for one that is left out.
std::optional<char32_t> settable(char32_t c, std::string_view& rest) {
    if (c == U'\r') {
        if (rest.starts_with('\n')) rest.remove_prefix(1);
        return U'\n';
    }
    if (c == U'\n' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029) return U'\n';
    if (c == U'\t') return U' ';
    if (is_control(c)) return std::nullopt;
    return c;
}

void append_utf8(std::string& utf8, char32_t c) {
    const auto push = [&](char32_t byte) { utf8.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        push(c);
    } else if (c < 0x800) {
        push(0xC0 | c >> 6);
        push(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        push(0xE0 | c >> 12);
        push(0x80 | (c >> 6 & 0x3F));
        push(0x80 | (c & 0x3F));
    } else {
        push(0xF0 | c >> 18);
        push(0x80 | (c >> 12 & 0x3F));
        push(0x80 | (c >> 6 & 0x3F));
        push(0x80 | (c & 0x3F));
    }
}

}  // namespace

CleanText clean_text(std::string_view utf8, std::size_t max_characters) {
    CleanText clean;
    while (!utf8.empty()) {
        const auto character = settable(take_character(utf8), utf8);
        if (!character) continue;
        if (clean.characters.size() == max_characters) {
            clean.characters.back() = kEllipsis;
            break;
        }
        clean.characters.push_back(*character);
    }
    for (const char32_t c : clean.characters) {
        clean.bytes.push_back(static_cast<std::uint32_t>(clean.utf8.size()));
        append_utf8(clean.utf8, c);
    }
    return clean;
}

}  // namespace jinsha::text
