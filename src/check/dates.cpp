#include "check/dates.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

namespace jinsha::check {
namespace {

/// Two or four digits and nothing else.
std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_all = error == std::errc{} && end == text.data() + text.size();
    if (!is_all || text.front() == '-') return std::nullopt;
    return value;
}

bool is_up_to(std::string_view two_digits, int most) {
    const auto value = digits(two_digits);
    return value && *value <= most;
}

std::optional<std::chrono::sys_days> day_of(std::string_view text) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)),
               day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days{date};
}

bool is_zone(std::string_view text) {
    if (text.empty() || text == "Z") return true;
    return text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':' &&
           is_up_to(text.substr(1, 2), 23) && is_up_to(text.substr(4, 2), 59);
}

}  // namespace

bool is_date(std::string_view text) {
    return text.size() == 10 && day_of(text);
}

bool is_date_time(std::string_view text) {
    if (text.size() < 19 || !day_of(text) || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' ||
        text[16] != ':') {
        return false;
    }
    if (!is_up_to(text.substr(11, 2), 23) || !is_up_to(text.substr(14, 2), 59) ||
        !is_up_to(text.substr(17, 2), 60)) {
        return false;
    }
    std::string_view rest = text.substr(19);
    if (rest.starts_with('.')) {
        const std::size_t end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
        if (end == 1) return false;
        rest.remove_prefix(end);
    }
    return is_zone(rest);
}

bool is_before(std::string_view a, std::string_view b) {
    const auto day_a = day_of(a), day_b = day_of(b);
    return day_a && day_b && *day_a < *day_b;
}

}  // namespace jinsha::check
