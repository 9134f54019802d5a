#pragma once

#include "io/cache/packed_bytes.hpp"
#include "map/attribute_column.hpp"

#include <optional>
#include <string_view>

namespace jinsha::io {

/// The whole column: each different text once, then the values.
void pack_column(const map::AttributeColumn& column, PackedWriter& out);
/// None when the bytes hold no column.
[[nodiscard]] std::optional<map::AttributeColumn> unpack_column(std::string_view bytes);

}  // namespace jinsha::io
