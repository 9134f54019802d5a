#pragma once

#include "map/loaded_map.hpp"

#include <string>
#include <vector>

namespace jinsha::io {

/// A warning for a map that opens without a single feature, so that nobody waits before an empty window. A
/// file without a document is meant to be looked at: each of its layers without features is told of. In a
/// document a layer may wait for its first feature.
[[nodiscard]] std::vector<Problem> nothing_to_draw(const map::LoadedMap& map, const std::string& file);

}  // namespace jinsha::io
