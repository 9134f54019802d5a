#pragma once

#include "style/value.hpp"

#include <nlohmann/json.hpp>

namespace jinsha::style {

/// A value as fixtures write it: colours as [r, g, b, a], premultiplied.
[[nodiscard]] nlohmann::ordered_json fixture_json(const Value& value);

/// Equal, numbers to six significant figures.
[[nodiscard]] bool is_nearly(const nlohmann::ordered_json& found, const nlohmann::ordered_json& expected);

}  // namespace jinsha::style
