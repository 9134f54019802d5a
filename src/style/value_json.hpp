#pragma once

#include "style/value.hpp"

#include <nlohmann/json_fwd.hpp>

namespace jinsha::style {

/// Numbers become doubles; the order of an object's members is not kept.
[[nodiscard]] Value value_from_json(const nlohmann::ordered_json& json);

/// Colours, formatted texts and the like become what `to-string` makes of them.
[[nodiscard]] nlohmann::ordered_json json_from_value(const Value& value);

}  // namespace jinsha::style
