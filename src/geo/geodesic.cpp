#include "geo/geodesic.hpp"

#include <geodesic.h>

namespace jinsha::geo {
namespace {

const geod_geodesic& wgs84() {
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic result;
        geod_init(&result, 6'378'137.0, 1 / 298.257223563);
        return result;
    }();
    return ellipsoid;
}

}  // namespace

GeodesicLine geodesic_inverse(LonLat from, LonLat to) noexcept {
    GeodesicLine line;
    geod_inverse(&wgs84(), from.lat_deg, from.lon_deg, to.lat_deg, to.lon_deg, &line.length_m,
                 &line.azimuth_start_deg, &line.azimuth_end_deg);
    return line;
}

LonLat geodesic_direct(LonLat from, double azimuth_deg, double length_m) noexcept {
    LonLat to;
    geod_direct(&wgs84(), from.lat_deg, from.lon_deg, azimuth_deg, length_m, &to.lat_deg, &to.lon_deg,
                nullptr);
    return to;
}

double geodesic_length_m(std::span<const LonLat> line) noexcept {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) length += geodesic_inverse(line[i - 1], line[i]).length_m;
    return length;
}

double geodesic_area_m2(std::span<const LonLat> ring) noexcept {
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const LonLat& p : ring) geod_polygon_addpoint(&wgs84(), &polygon, p.lat_deg, p.lon_deg);
    double area = 0;
    geod_polygon_compute(&wgs84(), &polygon, 0, 1, &area, nullptr);
    return area;
}

}  // namespace jinsha::geo
