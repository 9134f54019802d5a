#include "ui/characters.hpp"

#include <cassert>
#include <cstddef>

namespace jinsha::ui {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Bytes that a leading byte announces; 0 when it cannot lead.
std::size_t announced_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    return 0;
}

/// The code point of a sequence of `length` bytes; U+FFFD when it is overlong, a surrogate or too large.
char32_t decoded(std::string_view sequence) {
    static constexpr char32_t kSmallest[]{0, 0, 0x80, 0x800, 0x10000};
    const std::size_t length = sequence.size();
    if (length == 1) return static_cast<unsigned char>(sequence[0]);
    char32_t c = static_cast<unsigned char>(sequence[0]) & (0x7FU >> length);
    for (const char byte : sequence.substr(1)) c = c << 6 | (static_cast<unsigned char>(byte) & 0x3FU);
    const bool is_surrogate = c >= 0xD800 && c < 0xE000;
    return c < kSmallest[length] || is_surrogate || c > 0x10FFFF ? kReplacement : c;
}

constexpr std::u32string_view kClosing =
    U"」』）】〉》〕〗〙］｝、。，．：；？！…—％‰℃·’”‐–)]}>,.:;?!%°′″々ー～";
constexpr std::u32string_view kOpening = U"「『（【〈《〔〖〘［｛‘“([{<￥＄¥$±≈#№";

}  // namespace

char32_t take_character(std::string_view& rest) {
    assert(!rest.empty());
    const std::size_t length = announced_length(static_cast<unsigned char>(rest[0]));
    std::size_t valid = length == 0 ? 0 : 1;
    while (valid > 0 && valid < length && valid < rest.size() &&
           (static_cast<unsigned char>(rest[valid]) & 0xC0U) == 0x80U) {
        ++valid;
    }
    if (length == 0 || valid < length) {
        rest.remove_prefix(valid == 0 ? 1 : valid);
        return kReplacement;
    }
    const char32_t c = decoded(rest.substr(0, length));
    rest.remove_prefix(length);
    return c;
}

std::string utf8(char32_t c) {
    const auto continuation = [](char32_t bits) { return static_cast<char>(0x80U | (bits & 0x3FU)); };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xC0U | c >> 6), continuation(c)};
    if (c < 0x10000) return {static_cast<char>(0xE0U | c >> 12), continuation(c >> 6), continuation(c)};
    return {static_cast<char>(0xF0U | c >> 18), continuation(c >> 12), continuation(c >> 6), continuation(c)};
}

bool is_ideograph(char32_t c) {
    return (c >= 0x2E80 && c <= 0x2FDF) || c == U'〇' || (c >= 0x3041 && c <= 0x30FF) ||
           (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_east_asian(char32_t c) {
    return c >= 0x2E80;
}  // where the radicals begin

bool is_western(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
           (c >= 0xC0 && c <= 0x52F && c != 0xD7 && c != 0xF7);
}

bool is_closing(char32_t c) {
    return kClosing.find(c) != std::u32string_view::npos;
}

bool is_opening(char32_t c) {
    return kOpening.find(c) != std::u32string_view::npos;
}

bool is_breaking_space(char32_t c) {
    return c == U' ' || c == U'\t' || c == 0x3000;
}

bool may_break(char32_t left, char32_t right) {
    if (is_breaking_space(left)) return !is_breaking_space(right);
    if (is_breaking_space(right)) return false;  // it stays at the end of its line, and is swallowed
    if (is_closing(right) || is_opening(left)) return false;
    // Punctuation of Latin text ("3.5", "a/b", "http://…") keeps its word together.
    return is_east_asian(left) || is_east_asian(right) || left == U'-';
}

}  // namespace jinsha::ui
