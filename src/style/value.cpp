#include "style/value.hpp"

#include "style/style_value.hpp"

#include <cmath>
#include <type_traits>

namespace jinsha::style {

namespace {

template <class T>
const T* pointee(const Value& value) noexcept {
    const auto* shared = std::get_if<std::shared_ptr<const T>>(&value.data);
    return shared ? shared->get() : nullptr;
}

template <class T>
constexpr bool kIsShared = false;
template <class T>
constexpr bool kIsShared<std::shared_ptr<T>> = true;

}  // namespace

const Array* Value::array() const noexcept {
    return pointee<Array>(*this);
}
const Object* Value::object() const noexcept {
    return pointee<Object>(*this);
}
const StyleValue* Value::style_value() const noexcept {
    return pointee<StyleValue>(*this);
}

Value make_array(Array items) {
    return {std::make_shared<const Array>(std::move(items))};
}
Value make_object(Object members) {
    return {std::make_shared<const Object>(std::move(members))};
}
Value make_style_value(StyleValue value) {
    return {std::make_shared<const StyleValue>(std::move(value))};
}

bool operator==(const Value& a, const Value& b) {
    if (a.data.index() != b.data.index()) return false;
    return std::visit(
        [&b](const auto& mine) {
            using T = std::decay_t<decltype(mine)>;
            const T& others = std::get<T>(b.data);
            if constexpr (kIsShared<T>) {
                return mine == others || *mine == *others;
            } else {
                return mine == others;
            }
        },
        a.data);
}

bool strictly_equal(const Value& a, const Value& b) noexcept {
    if (const std::string* text = a.text()) return b.text() && *text == *b.text();
    if (const double* number = a.number()) return b.number() && *number == *b.number();
    if (const bool* boolean = a.boolean()) return b.boolean() && *boolean == *b.boolean();
    return a.is_null() && b.is_null();
}

bool is_truthy(const Value& value) noexcept {
    if (value.is_null()) return false;
    if (const bool* boolean = value.boolean()) return *boolean;
    if (const double* number = value.number()) return *number != 0 && !std::isnan(*number);
    if (const std::string* text = value.text()) return !text->empty();
    return true;
}

std::string Formatted::plain_text() const {
    std::string text;
    for (const FormattedSection& section : sections) text += section.text;
    return text;
}

}  // namespace jinsha::style
