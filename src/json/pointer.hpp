#pragma once

#include "error/error.hpp"
#include "json/value.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::json {

/// The unescaped parts of a JSON pointer; none of "", which names the whole text.
[[nodiscard]] Result<std::vector<std::string>> pointer_parts(std::string_view pointer);
/// The pointer to a part of what `parent` names.
[[nodiscard]] std::string pointer_to(std::string_view parent, std::string_view part);

/// How far a pointer leads into a text.
struct PointerEnd {
    Value container;                  // the innermost object or array that is there, on the way to the value
    std::size_t depth{};              // of the container, 0 for the outermost
    std::optional<std::size_t> item;  // the place in it of the value; none when that is not there
    std::optional<Value> value;       // at `item`
    std::vector<std::string> rest;    // parts that are missing in the container, outermost first
};
/// `pointer` names something in `root`, not the whole. The error names the place where neither an object nor
/// an array stands.
[[nodiscard]] Result<PointerEnd> follow(const Value& root, std::string_view pointer);

/// The place of the item that one part of a pointer names; none when it is not there.
[[nodiscard]] std::optional<std::size_t> item_of(const Value& container, std::string_view part);
/// How an element of an array is best named: by its id when no other element has it, else by its place.
[[nodiscard]] std::string part_of(const Value& array, std::size_t place);

}  // namespace jinsha::json
