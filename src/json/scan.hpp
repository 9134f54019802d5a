#pragma once

#include <cstddef>
#include <string_view>

/// The tokens of a JSON text (RFC 8259): where they end and what is wrong
/// inside them. Nothing is decoded here; index and cursor stand on these.
namespace jinsha::json {

/// How many brackets may be open at once.
constexpr std::size_t kDeepest = 512;

/// What RFC 8259 lets a reader step over at the beginning.
[[nodiscard]] std::size_t byte_order_mark_length(std::string_view text) noexcept;

[[nodiscard]] constexpr bool is_space(char c) noexcept {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}
[[nodiscard]] constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// Is `c` one that numbers are written with?
[[nodiscard]] constexpr bool is_of_a_number(char c) noexcept {
    return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// The first byte from `at` on that is no white space, or the end of the text.
[[nodiscard]] inline std::size_t skip_space(std::string_view text, std::size_t at) noexcept {
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

/// The bytes of the UTF-8 character at `at`; 0 when there is none (overlong
/// forms, halves of pairs, cut ends).
[[nodiscard]] std::size_t utf8_length(std::string_view text, std::size_t at) noexcept;

/// A string token, quotation marks included.
struct StringToken {
    static constexpr std::size_t kNowhere = std::string_view::npos;
    std::size_t end{};  // past the closing quotation mark; the end of the text
                        // when there is none
    bool is_closed{};
    bool has_escapes{}, has_unicode_escapes{}, has_non_ascii{};
    // The first byte of each kind of fault.
    std::size_t bad_escape{kNowhere}, control_character{kNowhere}, not_utf8{kNowhere};
};
/// `at` is the place of the opening quotation mark.
[[nodiscard]] StringToken scan_string(std::string_view text, std::size_t at) noexcept;

/// The end of a string whose faults are of no interest; quicker.
struct StringEnd {
    std::size_t end{};  // past the closing quotation mark; the end of the text
                        // when there is none
    bool is_closed{}, has_escapes{};
};
[[nodiscard]] StringEnd find_string_end(std::string_view text, std::size_t at) noexcept;
[[nodiscard]] inline std::size_t end_of_string(std::string_view text, std::size_t at) noexcept {
    return find_string_end(text, at).end;
}

/// A number, or what was meant to be one.
struct NumberToken {
    std::size_t end{};  // equal to its begin when nothing like a number stands there
    bool is_sound{};    // as RFC 8259 wants it; false for 01, 1., .5, +1, NaN,
                        // Infinity
    bool is_a_word{};   // NaN, Infinity or -Infinity, which Python writes
};
[[nodiscard]] NumberToken scan_number(std::string_view text, std::size_t at) noexcept;

/// One past `word` when it stands at `at`, else `at`.
[[nodiscard]] inline std::size_t skip_word(std::string_view text, std::size_t at,
                                           std::string_view word) noexcept {
    return text.substr(at).starts_with(word) ? at + word.size() : at;
}

/// What seems to begin at `at`, in words: "an object", "a number", "the end of
/// the text"; "" for what is no value.
[[nodiscard]] std::string_view kind_at(std::string_view text, std::size_t at) noexcept;

}  // namespace jinsha::json
