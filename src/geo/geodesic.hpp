#pragma once

#include "geo/points.hpp"

#include <span>

namespace jinsha::geo {

// Lengths and areas on the ellipsoid of WGS 84 (C. F. F. Karney, Algorithms for geodesics, 2013), whatever
// the map CRS. Any thread.

/// The shortest way between two points.
struct GeodesicLine {
    double length_m{};
    double azimuth_start_deg{},
        azimuth_end_deg{};  // clockwise from true north, direction of travel, -180 to 180
};

[[nodiscard]] GeodesicLine geodesic_inverse(LonLat from, LonLat to) noexcept;
/// The point that is reached from `from` in that direction (clockwise from true north) after that length.
[[nodiscard]] LonLat geodesic_direct(LonLat from, double azimuth_deg, double length_m) noexcept;
/// Of the line through the points; 0 for fewer than two.
[[nodiscard]] double geodesic_length_m(std::span<const LonLat> line) noexcept;
/// Of one ring, closed or not; positive when it runs counter-clockwise. Edges are geodesics. The area of a
/// polygon is the sum over its rings, as holes count negative.
[[nodiscard]] double geodesic_area_m2(std::span<const LonLat> ring) noexcept;

}  // namespace jinsha::geo
