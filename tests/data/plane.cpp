#include "data/plane.hpp"

#include <geodesic.h>

#include <algorithm>
#include <limits>
#include <numbers>

namespace jinsha::data {
namespace {

geod_geodesic wgs84() {
    geod_geodesic g;
    geod_init(&g, 6378137.0, 1 / 298.257223563);
    return g;
}

bool lies_on(Position p, const Side& s) {
    return turn(s.first, s.second, p) == 0 && std::min(s.first.lon, s.second.lon) <= p.lon &&
           p.lon <= std::max(s.first.lon, s.second.lon) && std::min(s.first.lat, s.second.lat) <= p.lat &&
           p.lat <= std::max(s.first.lat, s.second.lat);
}

}  // namespace

Ring ring_from(const Json& coordinates) {
    Ring ring;
    for (const Json& pair : coordinates) ring.push_back({pair.at(0), pair.at(1)});
    return ring;
}

std::vector<Polygon> polygons_of(const Json& feature) {
    const Json& geometry = feature.at("geometry");
    std::vector<Polygon> polygons;
    const auto add = [&](const Json& rings) {
        Polygon& polygon = polygons.emplace_back();
        for (const Json& ring : rings) polygon.push_back(ring_from(ring));
    };
    if (geometry.at("type") == "Polygon") {
        add(geometry.at("coordinates"));
    } else {
        for (const Json& polygon : geometry.at("coordinates")) add(polygon);
    }
    return polygons;
}

Position point_of(const Json& feature) {
    const Json& pair = feature.at("geometry").at("coordinates");
    return {pair.at(0), pair.at(1)};
}

std::vector<Side> sides_of(const std::vector<Polygon>& polygons) {
    std::vector<Side> sides;
    for (const Polygon& polygon : polygons) {
        for (const Ring& ring : polygon) {
            for (std::size_t i = 1; i < ring.size(); ++i) sides.emplace_back(ring[i - 1], ring[i]);
        }
    }
    return sides;
}

double turn(Position a, Position b, Position c) {
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

double signed_area(const Ring& ring) {
    double doubled = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) doubled += turn(ring.front(), ring[i - 1], ring[i]);
    return doubled / 2;
}

double geodesic_area_km2(const Ring& ring) {
    const geod_geodesic g = wgs84();
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (std::size_t i = 1; i < ring.size(); ++i)
        geod_polygon_addpoint(&g, &polygon, ring[i].lat, ring[i].lon);
    double area_m2 = 0;
    geod_polygon_compute(&g, &polygon, 0, 1, &area_m2, nullptr);
    return area_m2 / 1e6;
}

double geodesic_length_m(const Side& side) {
    const geod_geodesic g = wgs84();
    double length_m = 0;
    geod_inverse(&g, side.first.lat, side.first.lon, side.second.lat, side.second.lon, &length_m, nullptr,
                 nullptr);
    return length_m;
}

bool contains(const Ring& ring, Position p) {
    bool is_inside = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Position a = ring[i - 1], b = ring[i];
        if ((a.lat <= p.lat) == (b.lat <= p.lat)) continue;
        if (a.lon + (p.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon) > p.lon) is_inside = !is_inside;
    }
    return is_inside;
}

bool contains(const std::vector<Polygon>& polygons, Position p) {
    return std::any_of(polygons.begin(), polygons.end(), [&](const Polygon& polygon) {
        return contains(polygon.front(), p) &&
               std::none_of(polygon.begin() + 1, polygon.end(),
                            [&](const Ring& hole) { return contains(hole, p); });
    });
}

double distance_m(Position p, const Side& side) {
    const double north = 110'800;  // metres in a degree at 26.6° N, to a thousandth
    const double east = 111'320 * std::cos(p.lat * std::numbers::pi / 180);
    const double ax = (side.first.lon - p.lon) * east, ay = (side.first.lat - p.lat) * north;
    const double dx = (side.second.lon - side.first.lon) * east,
                 dy = (side.second.lat - side.first.lat) * north;
    const double t = std::clamp(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0.0, 1.0);
    return std::hypot(ax + t * dx, ay + t * dy);
}

double distance_m(Position p, const std::vector<Side>& sides) {
    double nearest = std::numeric_limits<double>::infinity();
    for (const Side& side : sides) nearest = std::min(nearest, distance_m(p, side));
    return nearest;
}

bool conflict(const Side& s, const Side& t) {
    const auto [a, b] = s;
    const auto [c, d] = t;
    const bool share_first = a == c || a == d, share_second = b == c || b == d;
    if (share_first && share_second) return true;
    if (share_first || share_second) {
        const Position own = share_first ? b : a;
        const Position shared = share_first ? a : b;
        return lies_on(own, t) || lies_on(c == shared ? d : c, s);
    }
    if (lies_on(a, t) || lies_on(b, t) || lies_on(c, s) || lies_on(d, s)) return true;
    return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0);
}

}  // namespace jinsha::data
