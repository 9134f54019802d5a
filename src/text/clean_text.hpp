#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::text {

/// A text in a form that can be set: valid UTF-8, its only control character the line feed.
struct CleanText {
    std::string utf8;
    std::u32string characters;
    std::vector<std::uint32_t> bytes;  // where each character begins in utf8
};

/// Repairs and simplifies: what is no UTF-8 becomes U+FFFD (one for each maximal part of a sequence, as
/// Unicode 15.0, 3.9, recommends), every kind of line end a line feed, a tab a space; other control
/// characters go. At most `max_characters` (> 0) stay; where more came, the last of them is an ellipsis.
[[nodiscard]] CleanText clean_text(std::string_view utf8, std::size_t max_characters);

}  // namespace jinsha::text
