#pragma once

#include "json/value.hpp"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace jinsha::json {

struct TreeMember;

/// A value that is to be written, detached from any text. The order of members
/// and the digits of numbers are kept.
struct Tree {
    struct Number {
        std::string text;  // as it will be written
        bool operator==(const Number&) const = default;
    };
    using Array = std::vector<Tree>;
    using Object = std::vector<TreeMember>;

    std::variant<std::nullptr_t, bool, Number, std::string, Array, Object> data;  // null unless set

    bool operator==(const Tree&) const = default;
    // Null when the value is of another kind.
    [[nodiscard]] const Array* array() const noexcept { return std::get_if<Array>(&data); }
    [[nodiscard]] const Object* object() const noexcept { return std::get_if<Object>(&data); }
    [[nodiscard]] const std::string* string() const noexcept { return std::get_if<std::string>(&data); }
    /// The first member of this name; null when there is none, or when this is no
    /// object.
    [[nodiscard]] const Tree* find(std::string_view key) const noexcept;
};

struct TreeMember {
    std::string key;
    Tree value;
    bool operator==(const TreeMember&) const = default;
};

/// A copy of what is in a text.
[[nodiscard]] Tree tree_of(const Value& value);

}  // namespace jinsha::json
