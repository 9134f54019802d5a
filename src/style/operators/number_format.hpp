#pragma once

#include <optional>
#include <string>

namespace jinsha::style {

/// How a number is written for a reader.
struct NumberStyle {
    std::string locale{"en"};  // a language tag (BCP 47): "de", "zh-CN"
    std::string currency;      // an ISO 4217 code; "" for none
    std::string unit;          // a unit of CLDR such as "meter" or "kilometer-per-hour"; "" for none
    std::optional<int> min_fraction_digits{}, max_fraction_digits{};  // 0 to 100
};

/// "1,234.5", "¥123,457", "1,234.567 m": digits grouped by three with the separators of the language.
/// Languages and units that are not known are written as in English and by their name.
[[nodiscard]] std::string formatted_number(double number, const NumberStyle& style);

}  // namespace jinsha::style
