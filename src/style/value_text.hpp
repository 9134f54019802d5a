#pragma once

#include "style/value.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jinsha::style {

/// The shortest text that reads back as the same number, written as ECMAScript does: "1", "0.1", "1e+21",
/// "NaN".
[[nodiscard]] std::string number_text(double number);

/// What `to-string` makes of a value: "" for null, "rgba(85,255,0,0.5)" for a colour, JSON for arrays and
/// objects.
[[nodiscard]] std::string to_text(const Value& value);

/// The value as JSON without spaces; texts are quoted. NaN and infinity become null.
[[nodiscard]] std::string json_text(const Value& value);

/// What ECMAScript's ToNumber reads: "" and spaces are 0, "0x1f" is 31; none when it is no number.
[[nodiscard]] std::optional<double> number_from_text(std::string_view text);

}  // namespace jinsha::style
