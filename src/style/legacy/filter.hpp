#pragma once

#include "style/expression/property_expression.hpp"

namespace jinsha::style {

/// The filter as an expression. One in the older notation (["==", "key", value], ["none", …], ["!in", "key",
/// …]) is rewritten; one that is an expression already comes back as it is.
[[nodiscard]] Json filter_as_expression(const Json& filter);

/// Parses a filter in either notation; it may use zoom and feature anywhere.
[[nodiscard]] ParsedExpression parse_filter(const Json& filter);

}  // namespace jinsha::style
