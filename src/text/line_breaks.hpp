#pragma once

#include <string_view>
#include <vector>

namespace jinsha::text {

/// What kind of script a character belongs to where Chinese and Latin meet.
enum class ScriptSide { Chinese, Latin, Neither };

[[nodiscard]] ScriptSide script_side(char32_t c);

[[nodiscard]] bool is_line_space(char32_t c);

/// Element i says whether a line may begin with character i; [0] is false. A simplification of the Unicode
/// line breaking algorithm (UAX #14) with the Chinese rules of GB/T 15834-2011, 5.1: closing marks do not
/// begin a line, opening ones do not end one, —— and …… stay whole. Line feeds are ordinary spaces here: the
/// caller cuts there first.
[[nodiscard]] std::vector<bool> line_breaks(std::u32string_view text);

}  // namespace jinsha::text
