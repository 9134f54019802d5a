#pragma once

#include "style/expression/expression.hpp"

#include <optional>
#include <string_view>

namespace jinsha::style {

/// The text of `["get", "name"]` straight from the feature; valid as long as the feature is. None when the
/// expression is another, or the property is no text or cannot be borrowed: then evaluate it.
[[nodiscard]] inline std::optional<std::string_view> borrowed_text(const Expression& expression,
                                                                   const EvaluationInput& in) {
    if (expression.role() != Role::PropertyByName || !in.feature) return std::nullopt;
    const Value* name = expression.child(0).literal();
    return name && name->text() ? in.feature->text_property(*name->text()) : std::nullopt;
}

}  // namespace jinsha::style
