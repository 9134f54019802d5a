#include "style/expression/type.hpp"

#include "style/style_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace jinsha::style {

namespace {

// In the order of Kind.
constexpr std::array kKindNames{"null",
                                "boolean",
                                "number",
                                "string",
                                "color",
                                "object",
                                "value",
                                "array",
                                "error",
                                "collator",
                                "formatted",
                                "resolvedImage",
                                "padding",
                                "numberArray",
                                "colorArray",
                                "variableAnchorOffsetCollection",
                                "projectionDefinition"};

Kind item_kind(const Type& array) noexcept {
    return array.item ? array.item->kind : Kind::Value;
}

Type array_type_of(const Array& items) {
    if (items.empty()) return array_type({}, 0);
    Type item = type_of(items.front());
    const auto is_alike = [&](const Value& other) { return kind_of(other) == item.kind; };
    // Arrays in an array count as values: only a single one gives its own type.
    const bool is_uniform =
        items.size() == 1 || (item.kind != Kind::List && std::ranges::all_of(items, is_alike));
    return array_type(is_uniform ? std::move(item) : Type{}, items.size());
}

struct StyleValueKind {
    Kind operator()(const Formatted&) const noexcept { return Kind::Formatted; }
    Kind operator()(const ResolvedImage&) const noexcept { return Kind::ResolvedImage; }
    Kind operator()(const Collator&) const noexcept { return Kind::Collator; }
    Kind operator()(const Padding&) const noexcept { return Kind::Padding; }
    Kind operator()(const NumberArray&) const noexcept { return Kind::NumberArray; }
    Kind operator()(const ColorArray&) const noexcept { return Kind::ColorArray; }
    Kind operator()(const VariableAnchorOffsets&) const noexcept { return Kind::VariableAnchorOffsets; }
    Kind operator()(const ProjectionDefinition&) const noexcept { return Kind::ProjectionDefinition; }
};

}  // namespace

Type array_type(Type item, std::optional<std::size_t> length) {
    if (item.kind == Kind::Value) return {Kind::List, nullptr, length};
    return {Kind::List, std::make_shared<const Type>(std::move(item)), length};
}

std::string to_string(const Type& type) {
    if (type.kind != Kind::List) return kKindNames[static_cast<std::size_t>(type.kind)];
    if (type.length) return fmt::format("array<{}, {}>", to_string(type.item_type()), *type.length);
    return item_kind(type) == Kind::Value ? "array" : fmt::format("array<{}>", to_string(type.item_type()));
}

bool is_subtype(const Type& type, const Type& expected) {
    if (type.kind == Kind::Error) return true;
    if (expected.kind == Kind::List) {
        if (type.kind != Kind::List) return false;
        const bool is_empty = type.length == std::size_t{0} && item_kind(type) == Kind::Value;
        if (!is_empty && !is_subtype(type.item_type(), expected.item_type())) return false;
        return !expected.length || expected.length == type.length;
    }
    if (expected.kind == Kind::Value) return type.kind != Kind::Collator;
    return expected.kind == type.kind;
}

std::string mismatch_message(const Type& expected, const Type& found) {
    return fmt::format("Expected {} but found {} instead.", to_string(expected), to_string(found));
}

Kind kind_of(const Value& value) noexcept {
    // In the order of Value's alternatives.
    constexpr std::array kKinds{Kind::Null,  Kind::Boolean, Kind::Number,    Kind::String,
                                Kind::Color, Kind::List,    Kind::Dictionary};
    if (const StyleValue* style_value = value.style_value())
        return std::visit(StyleValueKind{}, style_value->data);
    return kKinds[value.data.index()];
}

Type type_of(const Value& value) {
    const Array* array = value.array();
    return array ? array_type_of(*array) : Type{kind_of(value)};
}

bool has_type(const Value& value, const Type& type) noexcept {
    const Kind kind = kind_of(value);
    if (type.kind == Kind::Value) return kind != Kind::Collator;
    if (kind != type.kind) return false;
    const Array* array = value.array();
    if (!array) return true;
    if (type.length && *type.length != array->size()) return false;
    const Type item = type.item_type();
    return std::ranges::all_of(*array, [&](const Value& v) { return has_type(v, item); });
}

}  // namespace jinsha::style
