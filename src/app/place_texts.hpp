#pragma once

#include "geo/crs.hpp"
#include "geo/points.hpp"
#include "ui/place_menu_model.hpp"

#include <vector>

namespace jinsha::app {

/// A position in all forms in which it may be wanted: WGS 84 in degrees and in degrees, minutes and seconds,
/// CGCS2000 in degrees and, in China, in metres of its 3-degree zone without and with the zone's number, and
/// in the map CRS if that is none of these. Easting or longitude first.
[[nodiscard]] std::vector<ui::PlaceMenuRow> place_texts(geo::LonLat position, const geo::Crs& map_crs);

}  // namespace jinsha::app
