#include "ui/name_sort_key.hpp"

#include "search/pinyin.hpp"
#include "ui/characters.hpp"

#include <algorithm>

namespace jinsha::ui {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A number as its count of digits and its digits: of two, the longer is the larger.
void add_number(std::string_view digits, std::string& key) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    constexpr std::size_t kMost = 0x7F - '0';
    key += '0';
    key += static_cast<char>('0' + std::min(digits.size(), kMost));
    key += digits;
}

/// A Chinese character by its usual reading, then by itself, so that equal readings stay apart; what has none
/// by its bytes, which come after all that have.
void add_character(char32_t character, std::string_view bytes, std::string& key) {
    constexpr char kAfterLatin = 0x7F, kEndOfSyllable = 1;  // "an" comes before "ang"
    const auto readings = search::readings(character);
    if (!readings.empty()) {
        key += kAfterLatin;
        key += search::syllable(readings.front());
        key += kEndOfSyllable;
    }
    key += bytes;
}

}  // namespace

std::string name_sort_key(std::string_view name) {
    std::string key;
    while (!name.empty()) {
        const auto count = static_cast<std::size_t>(std::ranges::find_if_not(name, is_digit) - name.begin());
        if (count > 0) {
            add_number(name.substr(0, count), key);
            name.remove_prefix(count);
            continue;
        }
        const std::string_view before = name;
        const char32_t character = take_character(name);
        if (character >= U'A' && character <= U'Z') {
            key += static_cast<char>(character - U'A' + U'a');
        } else {
            add_character(character, before.substr(0, before.size() - name.size()), key);
        }
    }
    return key;
}

}  // namespace jinsha::ui
