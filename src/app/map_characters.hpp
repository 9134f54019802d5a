#pragma once

#include "map/loaded_map.hpp"

#include <string>

namespace jinsha::app {

/// The characters that names and attributes of the map are written with, each once (UTF-8), so that the
/// interface can make room for them before they are shown. Sources of more than 5,000 features are left out:
/// their characters are added when they are met.
[[nodiscard]] std::string map_characters(const map::LoadedMap& map);

}  // namespace jinsha::app
