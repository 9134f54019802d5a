#include "scene/symbol_anchor.hpp"

#include "geo/distance.hpp"
#include "geo/label_point.hpp"

#include <cmath>

namespace jinsha::scene {

namespace {

constexpr std::size_t kMostPointsOfSimpleRing = 256;

struct RingMeasure {
    double area{}, perimeter{};
    geo::MapPoint centroid;
};

/// Relative to the first point, so that large coordinates cost no digits.
RingMeasure measure(std::span<const geo::MapPoint> ring) {
    RingMeasure m;
    const geo::MapPoint base = ring.front();
    double sum_x = 0, sum_y = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double ax = ring[i].x - base.x, ay = ring[i].y - base.y;
        const double bx = ring[i + 1].x - base.x, by = ring[i + 1].y - base.y;
        const double cross = ax * by - bx * ay;
        m.area += cross / 2;
        sum_x += (ax + bx) * cross / 6;
        sum_y += (ay + by) * cross / 6;
        m.perimeter += std::hypot(bx - ax, by - ay);
    }
    m.centroid = {base.x + sum_x / m.area, base.y + sum_y / m.area};
    return m;
}

/// In a convex polygon the largest circle inside has at least the radius area / perimeter.
bool is_well_inside(const geo::GeometryView& polygon, const RingMeasure& m) {
    if (!(m.area > 0) || !std::isfinite(m.centroid.x) || !std::isfinite(m.centroid.y)) return false;
    return geo::contains(polygon, m.centroid) &&
           geo::distance_to_line(m.centroid, polygon.part(0)) >= 0.9 * m.area / m.perimeter;
}

}  // namespace

std::optional<geo::MapPoint> polygon_anchor(const geo::GeometryView& polygon) {
    if (polygon.part_count() == 1 && polygon.points.size() <= kMostPointsOfSimpleRing) {
        const RingMeasure m = measure(polygon.part(0));
        if (is_well_inside(polygon, m)) return m.centroid;
    }
    return geo::label_point(polygon);
}

}  // namespace jinsha::scene
