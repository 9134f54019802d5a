#pragma once

#include "error/error.hpp"
#include "geo/coordinate_text.hpp"
#include "geo/crs.hpp"
#include "map/feature_source.hpp"

#include <memory>
#include <string_view>

namespace jinsha::app {

/// Points from rows of a spreadsheet: cells parted by tabs, else by semicolons or commas. Two neighbouring
/// cells, or one alone, are coordinates in any of the forms of geo::read_coordinates, the same in each row;
/// the others are attributes, named by a first row without coordinates, else "name" and "column 3". Points
/// lie in the map CRS. The error says which row is wrong, and how.
[[nodiscard]] Result<std::shared_ptr<const map::FeatureSource>> points_from_rows(
    std::string_view text, const geo::Crs& map_crs, const geo::CoordinateHints& hints);

}  // namespace jinsha::app
