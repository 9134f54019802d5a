#pragma once

#include "geo/envelope.hpp"

class OGRLayer;

namespace jinsha::io {

/// "Point", "MultiPolygon" …: what the layer declares, in the words of map::DatasetLayer.
[[nodiscard]] const char* geometry_name(OGRLayer& layer);

/// In the CRS of the layer; empty when it would take reading a large file.
/// @param is_needed  a small file is read for it, when nothing says it
[[nodiscard]] geo::Envelope layer_extent(OGRLayer& layer, bool is_needed);

}  // namespace jinsha::io
