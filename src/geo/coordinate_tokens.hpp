#pragma once

#include "error/error.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace jinsha::geo {

/// Part of a text of coordinates.
struct CoordinateToken {
    enum class Kind { Number, Degrees, Minutes, Seconds, Hemisphere, Separator };
    Kind kind{};
    double number{};     // Number: never negative, the sign stands apart
    bool is_negative{};  // Number: a minus stood before it
    char hemisphere{};   // Hemisphere: 'N', 'S', 'E', 'W'
    bool operator==(const CoordinateToken&) const = default;
};

/// Splits the text; words that say nothing ("经度", "POINT", "x =", "m") are left out. The error names the
/// first thing that belongs to no coordinates.
[[nodiscard]] Result<std::vector<CoordinateToken>> coordinate_tokens(std::string_view text);

}  // namespace jinsha::geo
