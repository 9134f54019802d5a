#pragma once

#include "geo/points.hpp"

#include <span>
#include <vector>

namespace jinsha::geo {

// What is measured on a map: on the ellipsoid of WGS 84 by geodesics, and in the plane of the map CRS. Any
// thread.

/// A place in both spaces.
struct MeasurePlace {
    LonLat position;
    MapPoint in_map;
    bool operator==(const MeasurePlace&) const = default;
};

struct MeasuredPath {
    double ellipsoid_m{}, plane_m{};
    std::vector<double> legs_m;  // on the ellipsoid, one fewer than places
    double azimuth_deg{};        // of the last leg, clockwise from true north, 0 to 360
};
/// @param unit_metres  metres in one map unit
[[nodiscard]] MeasuredPath measure_path(std::span<const MeasurePlace> places, double unit_metres);

struct MeasuredArea {
    double ellipsoid_m2{}, plane_m2{};  // never negative
    double perimeter_m{};               // on the ellipsoid, closed
};
/// Of the ring through the places, closed by itself; 0 for fewer than three.
[[nodiscard]] MeasuredArea measure_area(std::span<const MeasurePlace> places, double unit_metres);

struct MeasuredCircle {
    double ellipsoid_radius_m{}, plane_radius_m{};
    double ellipsoid_m2{}, plane_m2{};
    double azimuth_deg{};      // from the centre to the place on its line, 0 to 360
    std::vector<LonLat> ring;  // places of equal geodesic distance from the centre
};
[[nodiscard]] MeasuredCircle measure_circle(const MeasurePlace& center, const MeasurePlace& on_line,
                                            double unit_metres);

}  // namespace jinsha::geo
