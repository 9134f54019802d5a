#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::style {

/// A case of the style specification's form: an expression, the rules of its property, inputs, and what is
/// expected of them: {propertySpec?, expression, inputs: [[globals, feature], …], globalState?, expected}.
struct Fixture {
    std::string name;  // "match/basic"
    nlohmann::ordered_json json;
};

/// All test.json files below `folder`, in the order of their names.
[[nodiscard]] std::vector<Fixture> read_fixtures(const std::filesystem::path& folder);

/// Parses and evaluates; says what differs from what is expected, none when nothing does.
[[nodiscard]] std::optional<std::string> difference(const Fixture& fixture);

/// Whether the expression keeps to the operators that a map document may count on.
[[nodiscard]] bool uses_listed_operators_only(const Fixture& fixture);

}  // namespace jinsha::style
