#pragma once

#include "style/layer/enum_names.hpp"
#include "style/layer/property_spec.hpp"
#include "style/style_value.hpp"

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace jinsha::style {

// What an expression gave, as the type that the painter wants; none when it is something else.

[[nodiscard]] std::optional<double> read_number(const Value& value);  // of a padding, its widest side
[[nodiscard]] std::optional<std::string> read_text(
    const Value& value);  // of a formatted text or an image's name
[[nodiscard]] std::optional<Offset> read_offset(const Value& value);
[[nodiscard]] std::optional<std::vector<double>> read_numbers(const Value& value);
[[nodiscard]] std::optional<std::vector<std::string>> read_texts(const Value& value);

template <class T>
struct ValueReader {  // for enums
    static std::optional<T> read(const Value& value) {
        const std::string* name = value.text();
        return name ? enum_named<T>(*name) : std::nullopt;
    }
};
template <>
struct ValueReader<double> {
    static std::optional<double> read(const Value& value) { return read_number(value); }
};
template <>
struct ValueReader<bool> {
    static std::optional<bool> read(const Value& value) {
        return value.boolean() ? std::optional{*value.boolean()} : std::nullopt;
    }
};
template <>
struct ValueReader<Color> {
    static std::optional<Color> read(const Value& value) {
        return value.color() ? std::optional{*value.color()} : std::nullopt;
    }
};
template <>
struct ValueReader<std::string> {
    static std::optional<std::string> read(const Value& value) { return read_text(value); }
};
template <>
struct ValueReader<Offset> {
    static std::optional<Offset> read(const Value& value) { return read_offset(value); }
};
template <>
struct ValueReader<std::vector<double>> {
    static std::optional<std::vector<double>> read(const Value& value) { return read_numbers(value); }
};
template <>
struct ValueReader<std::vector<std::string>> {
    static std::optional<std::vector<std::string>> read(const Value& value) { return read_texts(value); }
};
template <class E>
requires std::is_enum_v<E>
struct ValueReader<std::vector<E>> {
    static std::optional<std::vector<E>> read(const Value& value) {
        const auto names = read_texts(value);
        if (!names) return std::nullopt;
        std::vector<E> values;
        for (const std::string& name : *names) {
            const auto found = enum_named<E>(name);
            if (!found) return std::nullopt;
            values.push_back(*found);
        }
        return values;
    }
};
/// A property that may be left out.
template <class T>
struct ValueReader<std::optional<T>> {
    static std::optional<std::optional<T>> read(const Value& value) {
        auto inner = ValueReader<T>::read(value);
        return inner ? std::optional{std::move(inner)} : std::nullopt;
    }
};

/// Whether every number in the value is in the property's range.
[[nodiscard]] bool fits(const Value& value, const Range& range);

}  // namespace jinsha::style
