#pragma once

#include "error/error.hpp"
#include "json/tree.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

/// Changes of single values of a JSON text that leave all other bytes as they are.
///
/// A value is named by a JSON pointer (RFC 6901): "/layers/2/paint/line-width". An element of an array may
/// also be named by its member `id`, as places change when others add elements: "/layers/id=roads/paint". Of
/// a key that is there twice the last counts, as most readers take it.
namespace jinsha::json {

/// Puts a value in the place of the one that is there, or adds it at the end of its object. Objects on the
/// way to it that are missing are made.
struct SetValue {
    std::string pointer;
    Tree value;
    bool operator==(const SetValue&) const = default;
};

/// Takes out a member of an object or an element of an array.
struct RemoveValue {
    std::string pointer;
    bool operator==(const RemoveValue&) const = default;
};

/// Adds an element to an array. `before` names the element that it comes before, as the last part of a
/// pointer does, unescaped ("0", "id=roads"); "-", or an id that is not there: it comes last.
struct InsertElement {
    std::string array;  // pointer
    std::string before;
    Tree value;
    bool operator==(const InsertElement&) const = default;
};

/// Moves an element within its array; its bytes stay. `before` as of `InsertElement`, itself included, which
/// leaves it where it is.
struct MoveElement {
    std::string pointer;
    std::string before;
    bool operator==(const MoveElement&) const = default;
};

using Change = std::variant<SetValue, RemoveValue, InsertElement, MoveElement>;

/// A key as it stands between the slashes of a pointer: "~" and "/" escaped.
[[nodiscard]] std::string pointer_part(std::string_view key);

/// The value that a pointer names; none when it is not there. The error: the text is no JSON, the pointer no
/// pointer.
[[nodiscard]] Result<std::optional<Tree>> value_at(std::string_view text, std::string_view pointer);

/// The text with the change made; what is new follows the text's own indentation. The error names the
/// pointer, what was expected there and what was found.
[[nodiscard]] Result<std::string> changed(std::string_view text, const Change& change);

/// The same change of the same text with elements named by their ids, where they have one of their own, so
/// that it means the same when others have changed the array.
[[nodiscard]] Result<Change> named_by_ids(std::string_view text, const Change& change);

/// What takes the change of `text` back, in a text that may have changed elsewhere meanwhile. `change` is one
/// that can be made.
[[nodiscard]] Result<Change> inverse(std::string_view text, const Change& change);

}  // namespace jinsha::json
