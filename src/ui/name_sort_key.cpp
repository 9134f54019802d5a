#include "ui/name_sort_key.hpp"

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
        const char c = name.front();
        key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        name.remove_prefix(1);
    }
    return key;
}

}  // namespace jinsha::ui
