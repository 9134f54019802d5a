#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Texts in UTF-8, counted in code points. A byte that belongs to no code point counts as one.
namespace jinsha::style::utf8 {

[[nodiscard]] std::size_t length(std::string_view text) noexcept;

/// The byte at which code point `index` begins; the size of `text` when there are not so many.
[[nodiscard]] std::size_t offset_of(std::string_view text, std::size_t index) noexcept;

/// The code point that begins at byte `offset`, and `offset` moved behind it. U+FFFD for broken bytes.
[[nodiscard]] char32_t next(std::string_view text, std::size_t& offset) noexcept;

void append(std::string& text, char32_t code_point);

/// By the case mappings of Unicode that belong to no language; a letter whose capital is two (ß) becomes
/// both.
[[nodiscard]] std::string upper(std::string_view text);
[[nodiscard]] std::string lower(std::string_view text);

}  // namespace jinsha::style::utf8
