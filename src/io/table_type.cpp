#include "io/table_type.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace jinsha::io {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_number(std::string_view text) {
    constexpr std::ptrdiff_t kExactDigits = 15;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return false;
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    const bool is_code = digits.size() > 1 && digits[0] == '0' && is_digit(digits[1]);
    return is_digit(digits[0]) && !is_code && std::ranges::count_if(digits, is_digit) <= kExactDigits;
}

bool is_integer(std::string_view text) {
    return text.find_first_of(".eE") == std::string_view::npos;
}

}  // namespace

std::string settle_type(map::AttributeColumn& column) {
    bool are_numbers = true, are_integers = true, has_values = false;
    for (const std::string& text : column.texts()) {
        if (text.empty()) continue;
        has_values = true;
        are_numbers = are_numbers && is_number(text);
        are_integers = are_integers && is_integer(text);
    }
    are_numbers = are_numbers && has_values;
    map::AttributeColumn settled;
    for (std::size_t i = 0; i < column.size(); ++i) {
        const std::string_view text = column.text_at(i).value_or("");
        double value = 0;
        if (text.empty()) {
            settled.push_absent();
        } else if (are_numbers) {
            std::from_chars(text.data(), text.data() + text.size(), value);
            settled.push_number(value);
        } else {
            settled.push_text(text);
        }
    }
    column = std::move(settled);
    return are_numbers ? (are_integers ? "integer" : "real") : "string";
}

}  // namespace jinsha::io
