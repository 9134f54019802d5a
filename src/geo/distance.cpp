#include "geo/distance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jinsha::geo {
namespace {

double squared_distance_to_segment(MapPoint p, MapPoint a, MapPoint b) noexcept {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    const double ex = a.x + t * dx - p.x, ey = a.y + t * dy - p.y;
    return ex * ex + ey * ey;
}

/// How often the ring runs around p, counter-clockwise (D. Sunday, Inclusion of a point in a polygon, 2001).
int winding_number(std::span<const MapPoint> ring, MapPoint p) noexcept {
    int windings = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const MapPoint a = ring[i - 1], b = ring[i];
        const bool upward = a.y <= p.y && b.y > p.y;
        const bool downward = b.y <= p.y && a.y > p.y;
        if (!upward && !downward) continue;
        const double side = (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y);
        if (upward && side > 0) ++windings;
        if (downward && side < 0) --windings;
    }
    return windings;
}

}  // namespace

bool contains(const GeometryView& polygon, MapPoint p) noexcept {
    if (polygon.type != GeometryType::Polygon) return false;
    int windings = 0;
    for (std::size_t i = 0; i < polygon.part_count(); ++i) windings += winding_number(polygon.part(i), p);
    return windings != 0;
}

double distance_to_segment(MapPoint p, MapPoint a, MapPoint b) noexcept {
    return std::sqrt(squared_distance_to_segment(p, a, b));
}

double distance_to_line(MapPoint p, std::span<const MapPoint> line) noexcept {
    if (line.empty()) return std::numeric_limits<double>::infinity();
    double nearest2 = squared_distance_to_segment(p, line.front(), line.front());
    for (std::size_t i = 1; i < line.size(); ++i)
        nearest2 = std::min(nearest2, squared_distance_to_segment(p, line[i - 1], line[i]));
    return std::sqrt(nearest2);
}

double distance(const GeometryView& geometry, MapPoint p) noexcept {
    if (contains(geometry, p)) return 0;
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < geometry.part_count(); ++i)
        nearest = std::min(nearest, distance_to_line(p, geometry.part(i)));
    return nearest;
}

}  // namespace jinsha::geo
