#pragma once

#include "io/encoding_choice.hpp"
#include "io/vector_dataset.hpp"

class OGRLayer;

namespace jinsha::io {

/// What a layer that GDAL opened, or the map document, says of the encoding of its texts.
[[nodiscard]] DeclaredEncoding declared_encoding(OGRLayer& layer, const DatasetHints& hints);

}  // namespace jinsha::io
