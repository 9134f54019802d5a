#pragma once

#include "error/problem.hpp"
#include "style/expression/expression.hpp"
#include "style/expression/parsing_context.hpp"
#include "style/layer/property_spec.hpp"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace jinsha::style {

/// Reads the value of a property, be it a constant, an expression or a function of the older notation, into
/// an expression of the property's type. `pointer` is its place in the document; the problem is an error that
/// says what was expected there.
[[nodiscard]] tl::expected<ExpressionPtr, Problem> read_property(const Json& json, const PropertySpec& spec,
                                                                 std::string_view pointer);

/// The property's default as an expression; null when it has none.
[[nodiscard]] ExpressionPtr default_of(const PropertySpec& spec);

/// What the property is where its value cannot be read; null where that is the default.
[[nodiscard]] ExpressionPtr fallback_of(const PropertySpec& spec);

/// `expected a number from 0 to 1, found "half"`, with a nearer name where one was mistyped.
[[nodiscard]] std::string unexpected_value(const PropertySpec& spec, const Json& found);

/// "/layers/2/paint/line-width" and "[1][2]" as "/layers/2/paint/line-width/1/2".
[[nodiscard]] std::string pointer_with_key(std::string_view pointer, std::string_view key);

}  // namespace jinsha::style
