#pragma once

#include <string_view>

/// Dates as texts, in the forms of ISO 8601 that RFC 3339 takes.
namespace jinsha::check {

/// "2026-01-31": a day that the calendar has.
[[nodiscard]] bool is_date(std::string_view text);
/// "2026-01-31T08:00:00+08:00", also "Z", fractions of a second, and without a zone.
[[nodiscard]] bool is_date_time(std::string_view text);
/// Is the day of `a` before that of `b`? False when one of them is no date.
[[nodiscard]] bool is_before(std::string_view a, std::string_view b);

}  // namespace jinsha::check
