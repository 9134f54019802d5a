#pragma once

#include "error/problem.hpp"
#include "io/encoding_choice.hpp"
#include "map/attribute_column.hpp"

#include <span>
#include <string>
#include <vector>

namespace jinsha::io {

/// Chooses the encoding of raw texts in columns and turns them into UTF-8. A problem is added to `problems`
/// when some cannot be read.
[[nodiscard]] map::Found decode_texts(std::span<map::AttributeColumn> columns,
                                      const DeclaredEncoding& declared, const std::string& where,
                                      std::vector<Problem>& problems);

}  // namespace jinsha::io
