#include "style/operators/number_format.hpp"

#include "style/decimal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace jinsha::style {

namespace {

// CLDR 42: separators of languages that differ from English.
struct Separators {
    std::string_view language, group, decimal;
};
constexpr std::string_view kNarrowSpace{"\u202F"}, kSpace{"\u00A0"};
constexpr std::array<Separators, 9> kSeparators{{{"de", ".", ","},
                                                 {"es", ".", ","},
                                                 {"fr", kNarrowSpace, ","},
                                                 {"id", ".", ","},
                                                 {"it", ".", ","},
                                                 {"nl", ".", ","},
                                                 {"pt", ".", ","},
                                                 {"ru", kSpace, ","},
                                                 {"vi", ".", ","}}};

// Short names of units in English; where there is no space the name begins with the sign itself.
struct Unit {
    std::string_view name, sign;
};
constexpr std::array<Unit, 28> kUnits{
    {{"acre", " ac"},       {"bit", " bit"},       {"byte", " byte"},     {"celsius", "°C"},
     {"centimeter", " cm"}, {"day", " days"},      {"degree", " deg"},    {"fahrenheit", "°F"},
     {"foot", " ft"},       {"gigabyte", " GB"},   {"gram", " g"},        {"hectare", " ha"},
     {"hour", " hr"},       {"inch", " in"},       {"kilobyte", " kB"},   {"kilogram", " kg"},
     {"kilometer", " km"},  {"liter", " L"},       {"megabyte", " MB"},   {"meter", " m"},
     {"mile", " mi"},       {"milliliter", " mL"}, {"millimeter", " mm"}, {"minute", " min"},
     {"percent", "%"},      {"second", " sec"},    {"year", " yrs"},      {"kilometer-per-hour", " km/h"}}};

struct Currency {
    std::string_view code, sign;
    int fraction_digits;
};
constexpr std::array<Currency, 8> kCurrencies{{{"CNY", "CN¥", 2},
                                               {"EUR", "€", 2},
                                               {"GBP", "£", 2},
                                               {"HKD", "HK$", 2},
                                               {"INR", "₹", 2},
                                               {"JPY", "¥", 0},
                                               {"KRW", "₩", 0},
                                               {"USD", "$", 2}}};

std::string_view language_of(std::string_view locale) {
    return locale.substr(0, locale.find('-'));
}

Separators separators_of(std::string_view locale) {
    const auto* found = std::ranges::find(kSeparators, language_of(locale), &Separators::language);
    return found == kSeparators.end() ? Separators{"en", ",", "."} : *found;
}

Currency currency_of(const NumberStyle& style) {
    if (style.currency == "CNY" && language_of(style.locale) == "zh") return {"CNY", "¥", 2};
    const auto* found = std::ranges::find(kCurrencies, std::string_view{style.currency}, &Currency::code);
    return found == kCurrencies.end() ? Currency{style.currency, {}, 2} : *found;
}

std::string unit_sign(const std::string& unit) {
    const auto* found = std::ranges::find(kUnits, std::string_view{unit}, &Unit::name);
    if (found != kUnits.end()) return std::string{found->sign};
    std::string sign{" "};
    return sign += unit;
}

struct FractionDigits {
    int least, most;
};

FractionDigits fraction_digits_of(const NumberStyle& style) {
    constexpr int kMost = 100;
    const int usual = style.currency.empty() ? 0 : currency_of(style).fraction_digits;
    const int usual_most = style.currency.empty() ? 3 : usual;
    const int least = std::clamp(
        style.min_fraction_digits.value_or(std::min(usual, style.max_fraction_digits.value_or(usual))), 0,
        kMost);
    const int most =
        std::clamp(style.max_fraction_digits.value_or(std::max(least, usual_most)), least, kMost);
    return {least, most};
}

// The digit of 10^power.
char digit_at(const Decimal& decimal, int power) {
    const int i = decimal.exponent - power;
    return i < 0 || i >= static_cast<int>(decimal.digits.size())
               ? '0'
               : decimal.digits[static_cast<std::size_t>(i)];
}

std::string written(const Decimal& decimal, const Separators& separators, int least_fraction_digits) {
    std::string text;
    for (int power = std::max(decimal.exponent, 0); power >= 0; --power) {
        text += digit_at(decimal, power);
        if (power > 0 && power % 3 == 0) text += separators.group;
    }
    const int last = decimal.exponent - static_cast<int>(decimal.digits.size()) + 1;
    const int fraction_digits = std::max(least_fraction_digits, -last);
    if (fraction_digits > 0) text += separators.decimal;
    for (int power = -1; power >= -fraction_digits; --power) text += digit_at(decimal, power);
    return text;
}

}  // namespace

std::string formatted_number(double number, const NumberStyle& style) {
    std::string digits;
    if (std::isnan(number)) {
        digits = "NaN";
    } else if (std::isinf(number)) {
        digits = "∞";
    } else {
        const auto [least, most] = fraction_digits_of(style);
        digits =
            written(rounded(shortest_decimal(std::abs(number)), most), separators_of(style.locale), least);
    }
    std::string text{std::signbit(number) && !std::isnan(number) ? "-" : ""};
    if (!style.currency.empty()) {
        const Currency currency = currency_of(style);
        if (currency.sign.empty()) {
            text += currency.code;
            text += kSpace;
        } else {
            text += currency.sign;
        }
    }
    text += digits;
    if (!style.unit.empty()) text += unit_sign(style.unit);
    return text;
}

}  // namespace jinsha::style
