#pragma once

#include "map/document_value.hpp"
#include "map/map_document.hpp"

/// Reads what documents say under `metadata`: the keys "jinsha:…", described in
/// assets/jinsha-metadata.schema.json. Keys of other programs are left alone.
namespace jinsha::map {

/// The root's metadata into the document, whose `sources` have been read already.
void read_root_metadata(const DocumentValue& metadata, MapDocument& document);

/// A style layer's. `metadata` may be missing.
[[nodiscard]] LayerMetadata read_layer_metadata(const std::optional<DocumentValue>& metadata,
                                                const std::string& layer_id);

}  // namespace jinsha::map
