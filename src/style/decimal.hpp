#pragma once

#include <string>

namespace jinsha::style {

/// A number in decimal digits: 0.0123 has the digits "123" and the exponent -2, the power of ten of the first
/// one.
struct Decimal {
    std::string digits;  // no zeros at either end; "0" for zero
    int exponent{};
    bool operator==(const Decimal&) const = default;
};

/// The fewest digits that read back as the same number. `number` is finite and not negative.
[[nodiscard]] Decimal shortest_decimal(double number);

/// Rounded to that many digits behind the point, halves upwards.
[[nodiscard]] Decimal rounded(Decimal decimal, int fraction_digits);

}  // namespace jinsha::style
