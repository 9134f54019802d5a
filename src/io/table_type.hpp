#pragma once

#include "map/attribute_column.hpp"

#include <string>

namespace jinsha::io {

/// Gives a column of texts from a table without types the type that fits all of them: numbers become numbers,
/// unless one is written as codes are (0512, more digits than a double holds). Empty cells become absent.
/// Returns the type, "integer", "real" or "string".
[[nodiscard]] std::string settle_type(map::AttributeColumn& column);

}  // namespace jinsha::io
