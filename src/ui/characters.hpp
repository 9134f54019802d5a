#pragma once

#include <string>
#include <string_view>

/// Characters by their role in setting text.
namespace jinsha::ui {

/// The character at the beginning of `rest`, which is taken off; U+FFFD for a byte that is no UTF-8. `rest`
/// must not be empty.
[[nodiscard]] char32_t take_character(std::string_view& rest);

/// The UTF-8 of a character.
[[nodiscard]] std::string utf8(char32_t character);

/// Chinese characters and kana: a line may break on either side of them.
[[nodiscard]] bool is_ideograph(char32_t c);
/// Ideographs, kana and full-width punctuation: what Chinese is set with.
[[nodiscard]] bool is_east_asian(char32_t c);
/// Letters and digits of Latin, Greek and Cyrillic.
[[nodiscard]] bool is_western(char32_t c);
/// Must not begin a line: closing brackets, commas, stops, marks (GB/T 15834 and the like).
[[nodiscard]] bool is_closing(char32_t c);
/// Must not end a line: opening brackets and quotation marks.
[[nodiscard]] bool is_opening(char32_t c);
/// Space, where a line breaks and which is swallowed there. Spaces that do not break are none of these.
[[nodiscard]] bool is_breaking_space(char32_t c);
/// Whether a line may be broken between two neighbours.
[[nodiscard]] bool may_break(char32_t left, char32_t right);

}  // namespace jinsha::ui
