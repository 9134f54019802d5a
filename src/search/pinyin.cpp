#include "search/pinyin.hpp"

#include "search/pinyin_table.hpp"

#include <algorithm>
#include <cstddef>

namespace jinsha::search {

namespace {

/// In kReadingEnds; its size for what is no Chinese character.
std::size_t place_of(char32_t character) noexcept {
    if (character >= table::kFirstDense && character < table::kEndOfDense)
        return character - table::kFirstDense;
    const auto found = std::ranges::lower_bound(table::kOthers, character);
    if (found == table::kOthers.end() || *found != character) return table::kReadingEnds.size();
    return table::kEndOfDense - table::kFirstDense + static_cast<std::size_t>(found - table::kOthers.begin());
}

}  // namespace

std::span<const std::uint16_t> readings(char32_t character) noexcept {
    const std::size_t place = place_of(character);
    if (place == table::kReadingEnds.size()) return {};
    const std::uint32_t begin = place == 0 ? 0 : table::kReadingEnds[place - 1];
    return table::kReadings.subspan(begin, table::kReadingEnds[place] - begin);
}

std::string_view syllable(std::uint16_t reading) noexcept {
    return table::kSyllables[reading];
}

}  // namespace jinsha::search
