#pragma once

#include "style/expression/parsing_context.hpp"

namespace jinsha::style {

/// The node of JSON that stands for itself at this place. An empty array takes its item type from what is
/// expected.
[[nodiscard]] ExpressionPtr parse_bare_literal(const Json& json, const ParsingContext& context);

}  // namespace jinsha::style
