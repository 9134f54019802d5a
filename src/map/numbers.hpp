#pragma once

#include "geo/points.hpp"

#include <cstddef>
#include <string>

/// Numbers as window and page write them. What is no number (NaN, infinite) is written "–".
namespace jinsha::map {

/// "42 000", groups of three parted by a thin space (U+2009) from 10 000 on, as ISO 80000-1 has it.
[[nodiscard]] std::string grouped(double whole_number);

/// "26°35′25″N 101°36′15″E": latitude first, as maps do; rounded to the second,
/// or to as many of its decimals as one CSS pixel of `ground_metres_per_px` (> 0) can tell, at most 3.
[[nodiscard]] std::string degrees_minutes_seconds(geo::LonLat position, double ground_metres_per_px = 0);

/// "101.6042, 26.5902": longitude first, both to 5 decimals (about 1 m), or to 4
/// where these say the same; what is copied into GeoJSON.
[[nodiscard]] std::string decimal_degrees(geo::LonLat position);

/// "460123, 2942310": as many decimals as one CSS pixel of `units_per_px` map units can tell, at most 3.
[[nodiscard]] std::string map_coordinates(geo::MapPoint position, double units_per_px);

/// "1:42 000", rounded to three digits; "" when the denominator is not positive.
[[nodiscard]] std::string scale_ratio(double denominator);

/// "12.6"
[[nodiscard]] std::string zoom_level(double zoom);

/// "500 m", "2 km", "1.5 km"; metres below 1,000 are whole unless below 10.
[[nodiscard]] std::string length(double metres);

/// A scale bar of a round length: 1, 2 or 5 times a power of ten metres.
struct ScaleBar {
    double metres{};
    double width_px{};  // CSS pixels
    int steps{};        // equal parts: 5 for 1 and 5, 4 for 2
    bool operator==(const ScaleBar&) const = default;
};

/// The longest round one that is at most `longest_px` wide; all 0 when either argument is not positive.
[[nodiscard]] ScaleBar scale_bar(double ground_metres_per_px, double longest_px);

}  // namespace jinsha::map
