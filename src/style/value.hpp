#pragma once

#include "style/color.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jinsha::style {

struct Value;
struct StyleValue;
using Array = std::vector<Value>;
using Object = std::map<std::string, Value, std::less<>>;

/// What an expression or a property of a feature can be. Arrays and objects are shared and never changed once
/// made. A StyleValue (style_value.hpp) comes from expressions alone, never from a feature.
struct Value {
    std::variant<std::nullptr_t, bool, double, std::string, Color, std::shared_ptr<const Array>,
                 std::shared_ptr<const Object>, std::shared_ptr<const StyleValue>>
        data{nullptr};

    [[nodiscard]] bool is_null() const noexcept { return std::holds_alternative<std::nullptr_t>(data); }

    // Null when the value is of another kind.
    [[nodiscard]] const bool* boolean() const noexcept { return std::get_if<bool>(&data); }
    [[nodiscard]] const double* number() const noexcept { return std::get_if<double>(&data); }
    [[nodiscard]] const std::string* text() const noexcept { return std::get_if<std::string>(&data); }
    [[nodiscard]] const Color* color() const noexcept { return std::get_if<Color>(&data); }
    [[nodiscard]] const Array* array() const noexcept;
    [[nodiscard]] const Object* object() const noexcept;
    [[nodiscard]] const StyleValue* style_value() const noexcept;
};

[[nodiscard]] Value make_array(Array items);
[[nodiscard]] Value make_object(Object members);
[[nodiscard]] Value make_style_value(StyleValue value);

/// Equal in kind and content, arrays and objects by their items.
[[nodiscard]] bool operator==(const Value& a, const Value& b);

/// As `===` of the specification's comparisons: null, booleans, numbers and strings by value; whatever is
/// composed equals nothing.
[[nodiscard]] bool strictly_equal(const Value& a, const Value& b) noexcept;

/// What counts as true where a condition is wanted: all but null, false, 0, NaN and "".
[[nodiscard]] bool is_truthy(const Value& value) noexcept;

}  // namespace jinsha::style
