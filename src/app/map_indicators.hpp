#pragma once

#include "map/indicators.hpp"
#include "map/map_document.hpp"

namespace jinsha::app {

/// The figures that the document names, none without. A file that cannot be read is a problem as well, and
/// the map opens without its figures.
[[nodiscard]] map::Indicators read_indicators(const map::MapDocument& document);

}  // namespace jinsha::app
