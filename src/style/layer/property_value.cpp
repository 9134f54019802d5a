#include "style/layer/property_value.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::style {

std::optional<double> read_number(const Value& value) {
    if (const auto* padding = style_value_as<Padding>(value)) return std::ranges::max(padding->sides);
    if (!value.number() || !std::isfinite(*value.number())) return std::nullopt;
    return *value.number();
}

std::optional<std::string> read_text(const Value& value) {
    if (const auto* formatted = style_value_as<Formatted>(value)) return formatted->plain_text();
    if (const auto* image = style_value_as<ResolvedImage>(value)) return image->name;
    return value.text() ? std::optional{*value.text()} : std::nullopt;
}

std::optional<std::vector<double>> read_numbers(const Value& value) {
    const Array* items = value.array();
    if (!items) return std::nullopt;
    std::vector<double> numbers;
    for (const Value& item : *items) {
        const auto number = read_number(item);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

std::optional<Offset> read_offset(const Value& value) {
    const auto numbers = read_numbers(value);
    if (!numbers || numbers->size() != 2) return std::nullopt;
    return Offset{(*numbers)[0], (*numbers)[1]};
}

std::optional<std::vector<std::string>> read_texts(const Value& value) {
    const Array* items = value.array();
    if (!items) return std::nullopt;
    std::vector<std::string> texts;
    for (const Value& item : *items) {
        if (!item.text()) return std::nullopt;
        texts.push_back(*item.text());
    }
    return texts;
}

bool fits(const Value& value, const Range& range) {
    if (const double* number = value.number()) return range.contains(*number);
    const auto* padding = style_value_as<Padding>(value);
    const auto contains = [&range](double number) { return range.contains(number); };
    if (padding) return std::ranges::all_of(padding->sides, contains);
    const auto numbers = read_numbers(value);
    return !numbers || std::ranges::all_of(*numbers, contains);
}

}  // namespace jinsha::style
