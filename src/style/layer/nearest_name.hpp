#pragma once

#include <span>
#include <string_view>

namespace jinsha::style {

/// The name that differs least from `name`, for "did you mean"; empty when none is close. Changes of one
/// letter in four are close.
[[nodiscard]] std::string_view nearest_name(std::string_view name,
                                            std::span<const std::string_view> candidates);

}  // namespace jinsha::style
