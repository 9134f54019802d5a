#pragma once

#include "app/bench_path.hpp"
#include "error/error.hpp"
#include "geo/envelope.hpp"

#include <filesystem>
#include <vector>

namespace jinsha::app {

/// {"name": [west, south, east, north], …} in the map CRS, in the order of the file. The error names file and
/// place.
[[nodiscard]] Result<std::vector<NamedBox>> read_views(const std::filesystem::path& path);

/// All of it ("full"), and a twentieth ("middle") and a thousandth ("close") of it around its centre.
[[nodiscard]] std::vector<NamedBox> usual_views(const geo::Envelope& whole);

}  // namespace jinsha::app
