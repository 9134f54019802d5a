#pragma once

#include "style/layer/property_spec.hpp"

#include <span>

namespace jinsha::style {

// Columns of the tables' rows, in the order of PropertySpec.
constexpr bool kSmooth = true, kStepped = false;  // is_interpolated
constexpr bool kTokens = true;                    // has_tokens

[[nodiscard]] std::span<const PropertySpec> background_properties();
[[nodiscard]] std::span<const PropertySpec> fill_properties();
[[nodiscard]] std::span<const PropertySpec> line_properties();
[[nodiscard]] std::span<const PropertySpec> circle_properties();
[[nodiscard]] std::span<const PropertySpec> symbol_properties();

}  // namespace jinsha::style
