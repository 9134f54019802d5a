#pragma once

#include "style/expression/operator_table.hpp"

namespace jinsha::style {

/// Finds the overload that the arguments fit and makes its node.
[[nodiscard]] ExpressionPtr parse_function_call(const Function& function, const Json& args,
                                                ParsingContext& context);

}  // namespace jinsha::style
