#pragma once

#include "style/expression/expression.hpp"

namespace jinsha::style {

/// The first of `inputs` that can be made a value of `type` when evaluated; an error when none can.
[[nodiscard]] ExpressionPtr make_coercion(Type type, std::string key, std::vector<ExpressionPtr> inputs);

}  // namespace jinsha::style
