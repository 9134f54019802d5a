#pragma once

#include "style/expression/property_expression.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string_view>

namespace jinsha::style {

/// What a function of the older notation has to know of its property.
struct FunctionRules {
    Type type;               // what the property is
    Json enum_values{};      // the texts that are allowed; null where any is
    bool is_interpolated{};  // whether there is something between two values
    bool has_tokens{};       // whether "{name}" in a text stands for a property of the feature
    Json default_value{};    // of the property; null without
};

/// Whether `json` is a function of the older notation: an object like {"stops": [[0, 1], [10, 5]]}.
[[nodiscard]] bool is_function(const Json& json);

/// The function as an expression, or what is wrong with it.
[[nodiscard]] tl::expected<Json, ParsingError> function_as_expression(const Json& function,
                                                                      const FunctionRules& rules);

/// "{name} ({code})" as the expression that fills in the feature's properties; none when there is nothing to
/// fill in.
[[nodiscard]] std::optional<Json> tokens_as_expression(std::string_view text);

}  // namespace jinsha::style
