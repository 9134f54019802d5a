#pragma once

#include "map/document_value.hpp"
#include "map/map_document.hpp"

#include <vector>

namespace jinsha::map {

/// What a document says of fields: a list of {"name": …, "label": …, "type": …}. Those without a name are
/// left out; each fault is a problem.
[[nodiscard]] std::vector<FieldSpec> read_fields(const DocumentValue& list);

}  // namespace jinsha::map
