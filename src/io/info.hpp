#pragma once

#include "map/loaded_map.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace jinsha::io {

/// What `jinsha info --json` prints: {"layers": [{"name", "geometry", "features", "crs": {"id", "how"},
/// "encoding": {"name", "how"}, "extent": [w, s, e, n], "fields": [{"name", "type"}]}], "problems":
/// [{"severity", "where", "message"}], "style": [{"layer", "drawn": [...], "known": [...]}]}. Extents are WGS
/// 84 degrees; null for a layer without features.
[[nodiscard]] nlohmann::ordered_json info_json(const map::LoadedMap& map);

/// The same for people.
[[nodiscard]] std::string info_text(const map::LoadedMap& map);

}  // namespace jinsha::io
