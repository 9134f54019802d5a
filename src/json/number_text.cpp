#include "json/number_text.hpp"

#include "json/scan.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

namespace jinsha::json {
namespace {}  // namespace

ShortNumber read_short_number(std::string_view text, std::size_t at) noexcept {
    static constexpr std::array<double, 16> kPowers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    constexpr std::size_t kExactDigits = 15;
    std::size_t i = at;
    const bool is_negative = i < text.size() && text[i] == '-';
    if (is_negative) ++i;
    std::uint64_t mantissa = 0;
    const auto take_digits = [&] {
        const std::size_t begin = i;
        for (; i < text.size() && is_digit(text[i]); ++i)
            mantissa = mantissa * 10 + static_cast<std::uint64_t>(text[i] - '0');
        return i - begin;
    };
    const std::size_t first = i, digits = take_digits();
    std::size_t decimals = 0;
    if (i < text.size() && text[i] == '.') {
        ++i;
        decimals = take_digits();
        if (decimals == 0) return {};
    }
    const bool has_leading_zero = digits > 1 && text[first] == '0';
    const bool goes_on = i < text.size() && is_of_a_number(text[i]);
    if (digits == 0 || has_leading_zero || goes_on || digits + decimals > kExactDigits) return {};
    const double value = static_cast<double>(mantissa) / kPowers[decimals];
    return {is_negative ? -value : value, i};
}

double number_of(std::string_view token) noexcept {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (const ShortNumber number = read_short_number(token, 0); number.end == token.size() && number.end > 0)
        return number.value;
    if (token.starts_with('+')) token.remove_prefix(1);
    const bool is_negative = token.starts_with('-');
    double value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    if (error == std::errc::invalid_argument) return std::numeric_limits<double>::quiet_NaN();
    if (error != std::errc::result_out_of_range) return value;
    const std::size_t exponent = token.find_first_of("eE");
    const bool is_tiny = exponent != std::string_view::npos && token.substr(exponent + 1).starts_with('-');
    if (is_tiny) return is_negative ? -0.0 : 0.0;
    return is_negative ? -kInfinity : kInfinity;
}

std::string number_text(double value) {
    assert(std::isfinite(value));
    constexpr double kPlainIntegers = 1e15;  // beyond, the shortest form has an exponent
    if (value == std::trunc(value) && std::abs(value) < kPlainIntegers) return fmt::format("{:.0f}", value);
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    assert(error == std::errc{});
    return {digits.data(), end};
}

std::string rounded_number_text(double value, int decimals) {
    assert(std::isfinite(value));
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

}  // namespace jinsha::json
