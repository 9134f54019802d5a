#pragma once

#include "style/expression/expression.hpp"

namespace jinsha::style {

/// The first of `inputs` that is of `type` when evaluated; an error when none is.
[[nodiscard]] ExpressionPtr make_assertion(Type type, std::string key, std::vector<ExpressionPtr> inputs);

}  // namespace jinsha::style
