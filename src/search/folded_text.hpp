#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace jinsha::search {

/// A letter or digit of a text as search compares it, and where it stands.
struct FoldedCharacter {
    char32_t code{};        // lower case, half width, without accents; ü is v
    bool begins_word{};     // nothing, a space or punctuation stands before it; each Chinese character does
    std::uint32_t begin{};  // bytes [begin, end) of the text
    std::uint32_t end{};
    bool operator==(const FoldedCharacter&) const = default;
};

/// The letters and digits of a text in UTF-8, folded as Unicode's NFKC_Casefold does. Spaces, punctuation and
/// accents are left out. Broken bytes are taken for spaces.
[[nodiscard]] std::vector<FoldedCharacter> fold(std::string_view text);

}  // namespace jinsha::search
