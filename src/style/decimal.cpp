#include "style/decimal.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace jinsha::style {

namespace {

void strip_zeros(Decimal& decimal) {
    while (decimal.digits.size() > 1 && decimal.digits.back() == '0') decimal.digits.pop_back();
}

// Adds one to the last digit; "99" becomes "1", one power of ten higher.
void increment(Decimal& decimal) {
    while (!decimal.digits.empty() && decimal.digits.back() == '9') decimal.digits.pop_back();
    if (decimal.digits.empty()) {
        decimal.digits.assign(1, '1');
        ++decimal.exponent;
    } else {
        ++decimal.digits.back();
    }
}

}  // namespace

Decimal shortest_decimal(double number) {
    std::array<char, 32> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific);
    const std::string_view text{buffer.data(), static_cast<std::size_t>(end - buffer.data())};
    const std::size_t e = text.find('e');
    Decimal result;
    for (const char c : text.substr(0, e)) {
        if (c != '.') result.digits += c;
    }
    strip_zeros(result);
    const std::string_view exponent = text.substr(text[e + 1] == '+' ? e + 2 : e + 1);
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), result.exponent);
    return result;
}

Decimal rounded(Decimal decimal, int fraction_digits) {
    const int kept = decimal.exponent + 1 + fraction_digits;
    if (kept >= static_cast<int>(decimal.digits.size())) return decimal;
    if (kept < 0) return {"0", 0};
    const bool goes_up = decimal.digits[static_cast<std::size_t>(kept)] >= '5';
    decimal.digits.resize(static_cast<std::size_t>(kept));
    if (goes_up) increment(decimal);
    if (decimal.digits.empty()) return {"0", 0};
    strip_zeros(decimal);
    return decimal;
}

}  // namespace jinsha::style
