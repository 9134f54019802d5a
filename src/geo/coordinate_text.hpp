#pragma once

#include "error/error.hpp"
#include "geo/points.hpp"

#include <string>
#include <string_view>

namespace jinsha::geo {

/// What helps to understand coordinates that do not say everything themselves.
struct CoordinateHints {
    std::string map_crs;  // definition of the map CRS: what metres without a zone are in; "" when unknown
    LonLat near;          // where the map is: decides which of two plain degrees is the longitude
};

/// A position as somebody wrote it.
struct WrittenCoordinates {
    std::string crs;  // "OGC:CRS84", "EPSG:4522", or the map CRS
    SourcePoint at;   // x = longitude or easting, y = latitude or northing
    bool operator==(const WrittenCoordinates&) const = default;
};

/// Reads a pair of coordinates in any of the usual ways, in either order:
///  - decimal degrees: "101.6042, 26.5902", "26.5902N 101.6042E", "北纬26.5902°，东经101.6042°";
///  - degrees, minutes, seconds: "26°35′12″N 101°37′40″E", "26 35 12 101 37 40", "26度35分12秒 …";
///  - metres of the map CRS: "460123, 2942310", "X=2942310 Y=460123";
///  - metres with the number of a Gauss-Kruger zone before the easting: "34463842, 2943029" is CGCS2000 /
///    3-degree zone 34 (EPSG:4522); 13 to 23 are 6-degree zones, 25 to 45 3-degree zones.
/// Separators are spaces, tabs (a spreadsheet's), commas, semicolons, also full-width ones; "POINT(…)" and
/// brackets may stand around. Degrees are taken as WGS 84, which CGCS2000 agrees with to centimetres.
/// The error says what was expected and found; a text that is no coordinates at all is an error too.
[[nodiscard]] Result<WrittenCoordinates> read_coordinates(std::string_view text,
                                                          const CoordinateHints& hints);

}  // namespace jinsha::geo
