#pragma once

#include "style/value.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace jinsha::style {

enum class Kind : std::uint8_t {
    Null,
    Boolean,
    Number,
    String,
    Color,
    Dictionary,  // "object" in the specification's words; the name Object is taken by its values
    Value,       // any of the others
    List,        // "array", for the same reason
    Error,       // of an expression that never gives a value
    Collator,
    Formatted,
    ResolvedImage,
    Padding,
    NumberArray,
    ColorArray,
    VariableAnchorOffsets,
    ProjectionDefinition,
};

/// The type of an expression or a value.
struct Type {
    Kind kind{Kind::Value};
    std::shared_ptr<const Type> item{};   // of a List: what its items are; null means Value
    std::optional<std::size_t> length{};  // of a List: null means any

    [[nodiscard]] Type item_type() const { return item ? *item : Type{}; }
};

[[nodiscard]] Type array_type(Type item = {}, std::optional<std::size_t> length = {});

/// "number", "array<string, 2>", in the specification's words.
[[nodiscard]] std::string to_string(const Type& type);

/// Whether every value of `type` is one of `expected`.
[[nodiscard]] bool is_subtype(const Type& type, const Type& expected);

/// "Expected number but found string instead."
[[nodiscard]] std::string mismatch_message(const Type& expected, const Type& found);

[[nodiscard]] Type type_of(const Value& value);
[[nodiscard]] Kind kind_of(const Value& value) noexcept;

/// Whether the value is one of `type`; like is_subtype(type_of(value), type), without making a type.
[[nodiscard]] bool has_type(const Value& value, const Type& type) noexcept;

}  // namespace jinsha::style
