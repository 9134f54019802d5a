#pragma once

#include "style/expression/parsing_context.hpp"

namespace jinsha::style {

/// ["match", input, label or [labels], output, …, fallback]
[[nodiscard]] ExpressionPtr parse_match(const Json& args, ParsingContext& context);

}  // namespace jinsha::style
