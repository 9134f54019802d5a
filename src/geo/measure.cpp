#include "geo/measure.hpp"

#include "geo/geodesic.hpp"

#include <cmath>
#include <numbers>

namespace jinsha::geo {
namespace {

constexpr int kCirclePlaces = 180;

double whole_turn(double azimuth_deg) {
    return azimuth_deg < 0 ? azimuth_deg + 360 : azimuth_deg;
}

double plane_distance(MapPoint a, MapPoint b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

std::vector<LonLat> positions_of(std::span<const MeasurePlace> places) {
    std::vector<LonLat> positions;
    positions.reserve(places.size() + 1);
    for (const MeasurePlace& place : places) positions.push_back(place.position);
    return positions;
}

}  // namespace

MeasuredPath measure_path(std::span<const MeasurePlace> places, double unit_metres) {
    MeasuredPath path;
    for (std::size_t i = 1; i < places.size(); ++i) {
        const GeodesicLine leg = geodesic_inverse(places[i - 1].position, places[i].position);
        path.legs_m.push_back(leg.length_m);
        path.ellipsoid_m += leg.length_m;
        path.plane_m += plane_distance(places[i - 1].in_map, places[i].in_map) * unit_metres;
        path.azimuth_deg = whole_turn(leg.azimuth_start_deg);
    }
    return path;
}

MeasuredArea measure_area(std::span<const MeasurePlace> places, double unit_metres) {
    if (places.size() < 3) return {};
    std::vector<LonLat> ring = positions_of(places);
    MeasuredArea area;
    area.ellipsoid_m2 = std::abs(geodesic_area_m2(ring));
    ring.push_back(ring.front());
    area.perimeter_m = geodesic_length_m(ring);
    double twice = 0;
    // Differences to the first place keep the digits that an easting of 34 million would swallow.
    const MapPoint origin = places.front().in_map;
    for (std::size_t i = 1; i + 1 < places.size(); ++i) {
        const MapPoint a{places[i].in_map.x - origin.x, places[i].in_map.y - origin.y};
        const MapPoint b{places[i + 1].in_map.x - origin.x, places[i + 1].in_map.y - origin.y};
        twice += a.x * b.y - b.x * a.y;
    }
    area.plane_m2 = std::abs(twice) / 2 * unit_metres * unit_metres;
    return area;
}

MeasuredCircle measure_circle(const MeasurePlace& center, const MeasurePlace& on_line, double unit_metres) {
    const GeodesicLine radius = geodesic_inverse(center.position, on_line.position);
    MeasuredCircle circle;
    circle.ellipsoid_radius_m = radius.length_m;
    circle.plane_radius_m = plane_distance(center.in_map, on_line.in_map) * unit_metres;
    circle.azimuth_deg = whole_turn(radius.azimuth_start_deg);
    for (int i = 0; i < kCirclePlaces; ++i) {
        circle.ring.push_back(geodesic_direct(center.position, -360.0 * i / kCirclePlaces, radius.length_m));
    }
    // The ring's chords lie inside of the circle: what they cut off is that of a regular polygon.
    constexpr double kAngle = 2 * std::numbers::pi / kCirclePlaces;
    circle.ellipsoid_m2 = std::abs(geodesic_area_m2(circle.ring)) * kAngle / std::sin(kAngle);
    circle.plane_m2 = std::numbers::pi * circle.plane_radius_m * circle.plane_radius_m;
    return circle;
}

}  // namespace jinsha::geo
