#include "text/line_breaks.hpp"

#include <cstddef>

namespace jinsha::text {

namespace {

/// Classes of UAX #14, those that differ in what is done here.
enum class BreakClass {
    Ideographic,  // ID: a line may begin and end with it
    Alphabetic,   // AL, NU: words and numbers
    Opening,      // OP: does not end a line
    Closing,      // CL, NS, EX, IS, IN: does not begin a line
    WordMark,     // CP, EX, IS, SY of Latin: closes as well, and holds on to a letter behind it
    Quote,        // QU: nothing breaks beside it but a space
    Prefix,       // PR: belongs to the number behind it
    Postfix,      // PO: belongs to the number before it
    Hyphen,       // HY, BA: a line may end with it
    Dash,         // B2: does not begin a line, two of them stay together
    Space,        // SP
    BreakHere,    // ZW
    Glue,         // GL, WJ: nothing breaks at it
    Mark,         // CM: belongs to what is before it
};

constexpr std::u32string_view kOpenings = U"（《〈「『【〔〖〘〚［｛｟﹙﹛﹝“‘([{¡¿«‹";
constexpr std::u32string_view kClosings =
    U"，。、；：！？）》〉」』】〕〗〙〛］｝｠﹚﹜﹞…‥·・～〜々〻ゝゞヽヾー"
    U"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";
constexpr std::u32string_view kPostfixes = U"%％‰℃°′″²³";

bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

bool is_mark(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x20D0 && c <= 0x20FF) ||
           (c >= 0x302A && c <= 0x302F) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F) ||
           (c >= 0xE0100 && c <= 0xE01EF) || c == 0x3099 || c == 0x309A || c == 0x200D;
}

bool is_ideographic(char32_t c) {
    return (c >= 0x2E80 && c <= 0x2FFF) || (c >= 0x3003 && c <= 0x33FF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x4E00 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
           (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0x2460 && c <= 0x24FF) ||
           (c >= 0x25A0 && c <= 0x27BF) || c == 0x3000;
}

BreakClass class_of(char32_t c) {
    if (is_one_of(c, U"\u00A0\u202F\u2007\u2060\uFEFF\u2011")) return BreakClass::Glue;
    if (c == 0x200B) return BreakClass::BreakHere;
    if (is_line_space(c)) return BreakClass::Space;
    if (is_mark(c)) return BreakClass::Mark;
    if (is_one_of(c, kOpenings)) return BreakClass::Opening;
    if (is_one_of(c, kPostfixes)) return BreakClass::Postfix;
    if (is_one_of(c, kClosings)) return BreakClass::Closing;
    if (is_one_of(c, U"”’)]}!?,.:;/»›")) return BreakClass::WordMark;
    if (c == U'"' || c == U'\'') return BreakClass::Quote;
    if (is_one_of(c, U"¥￥$＄€£±№−+")) return BreakClass::Prefix;
    if (c == U'-' || c == 0x2010 || c == 0x2013 || c == 0x00AD) return BreakClass::Hyphen;
    if (c == 0x2014 || c == 0x2015 || c == 0x2E3A) return BreakClass::Dash;
    return is_ideographic(c) ? BreakClass::Ideographic : BreakClass::Alphabetic;
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

/// Whether a line may end after `before` and the next begin with `after`, in this order beside each other.
bool may_break_between(BreakClass before, BreakClass after, char32_t next) {
    using enum BreakClass;
    if (after == Space || after == Mark || after == BreakHere || after == Glue || before == Glue)
        return false;
    if (before == BreakHere) return true;
    if (after == Closing || after == WordMark || after == Postfix || after == Hyphen || after == Dash)
        return false;
    if (before == Space) return true;
    if (after == Quote || before == Quote || before == Opening || before == Prefix) return false;
    if (before == Hyphen) return !is_digit(next);
    if (before == Alphabetic || before == WordMark || before == Postfix)
        return after == Ideographic || (after == Opening && next > 0x2000) ||
               (after == Prefix && next > 0x2000);
    return true;
}

}  // namespace

bool is_line_space(char32_t c) {
    return c == U' ' || c == U'\n' || c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) ||
           c == 0x205F || c == 0x3000;
}

ScriptSide script_side(char32_t c) {
    if ((c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
        (c >= 0x00C0 && c <= 0x02AF && c != 0x00D7 && c != 0x00F7) || (c >= 0x0370 && c <= 0x052F))
        return ScriptSide::Latin;
    if ((c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
        (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) || c == 0x3007)
        return ScriptSide::Chinese;
    return ScriptSide::Neither;
}

std::vector<bool> line_breaks(std::u32string_view text) {
    std::vector<bool> breaks(text.size());
    auto before = BreakClass::Glue;  // nothing breaks before the first character
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto after = class_of(text[i]);
        breaks[i] = i > 0 && may_break_between(before, after, text[i]);
        if (after != BreakClass::Mark) before = after;
    }
    return breaks;
}

}  // namespace jinsha::text
