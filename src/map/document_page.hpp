#pragma once

#include "map/document_value.hpp"
#include "map/map_document.hpp"

#include <optional>

namespace jinsha::map {

/// Reads `jinsha:page`. What is malformed takes its default and is a problem. None when it is no object.
[[nodiscard]] std::optional<PageSpec> read_page(const DocumentValue& value);

}  // namespace jinsha::map
