#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace jinsha::json {

/// A sound number without exponent, of so few digits that the quotient of two
/// exact numbers is exact (W. D. Clinger 1990): most numbers of most files,
/// read in one pass.
struct ShortNumber {
    double value{};
    std::size_t end{};  // one past it; 0 when another kind of number, or none,
                        // stands there
};
[[nodiscard]] ShortNumber read_short_number(std::string_view text, std::size_t at) noexcept;

/// The value of a number token. Infinite when it is too large for a double; NaN
/// and Infinity mean what they say.
[[nodiscard]] double number_of(std::string_view token) noexcept;

/// The shortest digits that give the same double back: "101.6042", "1200",
/// "1e+300". `value` is finite.
[[nodiscard]] std::string number_text(double value);

/// `value` rounded to so many decimals, without zeros at the end: "101.6042",
/// "-0.5", "0". `value` is finite.
[[nodiscard]] std::string rounded_number_text(double value, int decimals);

}  // namespace jinsha::json
