#pragma once

#include "style/style_value.hpp"

#include <string_view>

namespace jinsha::style {

/// Less than, equal to or greater than 0 as `a` comes before, with or after `b`. Letters are compared first,
/// then accents, then case, as far as the collator looks at them. Knows Latin letters and the orders of
/// German, Swedish, Finnish, Danish and Norwegian; all else is in the order of Unicode.
[[nodiscard]] int compare(std::string_view a, std::string_view b, const Collator& collator);

}  // namespace jinsha::style
