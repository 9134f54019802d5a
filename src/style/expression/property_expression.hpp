#pragma once

#include "style/expression/expression.hpp"
#include "style/expression/parsing_context.hpp"

#include <tl/expected.hpp>

#include <optional>
#include <vector>

namespace jinsha::style {

/// What the expression of a property has to keep to.
struct ExpressionRules {
    std::optional<Type> type;  // none: any
    bool coerces_to_text{};  // numbers and the like become text at the top, for properties that are any text
    bool takes_feature{true};    // may ask for the feature
    bool takes_zoom{true};       // may be a ramp over zoom
    bool is_interpolated{true};  // that ramp may be an `interpolate`
};

using ParsedExpression = tl::expected<ExpressionPtr, std::vector<ParsingError>>;

/// Parses and checks the expression of a property: the types, what it depends on, and that `zoom` is only the
/// input of one `step` or `interpolate` at the top.
[[nodiscard]] ParsedExpression parse_property_expression(const Json& json, const ExpressionRules& rules);

/// Parses an expression that may use zoom and feature anywhere, as in filters.
[[nodiscard]] ParsedExpression parse_free_expression(const Json& json, const ExpressionRules& rules);

/// Whether `json` is written as an expression: an array that begins with the name of an operator.
[[nodiscard]] bool is_expression(const Json& json);

}  // namespace jinsha::style
