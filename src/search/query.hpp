#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::search {

/// A character of a text that is searched.
struct Cell {
    char32_t code{};         // folded
    std::uint32_t traits{};  // what it may be typed as; see cell_of
    bool operator==(const Cell&) const = default;
};

[[nodiscard]] Cell cell_of(char32_t folded_code, bool begins_word);

/// Where a text was met, and how well.
struct Match {
    std::size_t first{}, last{};  // cells [first, last)
    int cost{};                   // the better the lower: of spelling and place
    bool operator==(const Match&) const = default;
};

/// What somebody types to find a name: Chinese characters, their pinyin, its first letters, Latin words, all
/// mixed ("jinsha湖", "jsh"). A character that is read in several ways is met by each of them; the last
/// syllable may be unfinished. Words parted by spaces may also stand apart in the text.
class Query {
public:
    /// Looks at the first 64 letters and digits.
    explicit Query(std::string_view typed);

    [[nodiscard]] bool is_empty() const noexcept { return letters_.empty(); }
    /// The best match in the text; none when it is not there. Any thread.
    [[nodiscard]] std::optional<Match> match(std::span<const Cell> text) const;

private:
    [[nodiscard]] static std::optional<Match> match_letters(std::u32string_view letters,
                                                            std::span<const Cell> text);

    std::u32string letters_;             // of all words
    std::vector<std::u32string> words_;  // when there are several
};

}  // namespace jinsha::search
