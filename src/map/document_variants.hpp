#pragma once

#include "map/document_value.hpp"
#include "map/map_document.hpp"

namespace jinsha::map {

/// Gives the layers of the document their other looks: dark ones by `jinsha:dark` (by layer id, what of its
/// paint is another), English ones by `jinsha:translations` (pairs of fields: where a text-field gets the
/// one, the other is taken where the data have it). The layers have been read already.
void read_variants(const DocumentValue& root, MapDocument& document);

}  // namespace jinsha::map
