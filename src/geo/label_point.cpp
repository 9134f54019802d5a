#include "geo/label_point.hpp"

#include "geo/distance.hpp"
#include "geo/simplify.hpp"

#include <cassert>
#include <cmath>
#include <numbers>
#include <queue>

namespace jinsha::geo {
namespace {

/// Rings [first, last) of a geometry: an exterior one and its holes.
struct RingRange {
    std::size_t first{}, last{};
    double area{};
};

RingRange largest_polygon(const GeometryView& geometry) {
    RingRange largest, current;
    for (std::size_t i = 0; i < geometry.part_count(); ++i) {
        const double area = signed_area(geometry.part(i));
        if (area >= 0 || i == 0) current = {i, i, 0};
        current.last = i + 1;
        current.area += area;
        if (current.area > largest.area || largest.last == 0) largest = current;
        if (current.first == largest.first) largest = current;
    }
    return largest;
}

/// The rings of one polygon with no more vertices than the answer needs.
Geometry coarse(const GeometryView& geometry, RingRange rings, double tolerance) {
    Geometry result{GeometryType::Polygon, {}, {}};
    for (std::size_t i = rings.first; i < rings.last; ++i) {
        const auto ring = geometry.part(i);
        constexpr std::size_t kFewPoints = 64;
        const auto thinned = ring.size() <= kFewPoints ? std::vector<MapPoint>{ring.begin(), ring.end()}
                                                       : douglas_peucker(ring, tolerance);
        result.points.insert(result.points.end(), thinned.begin(), thinned.end());
        result.end_part();
    }
    return result;
}

/// A square that may hold the pole.
struct Square {
    MapPoint center;
    double half{};
    double clearance{};  // from the centre to the nearest edge, negative outside
    double possible{};   // no point of the square has more clearance

    Square(MapPoint c, double h, const GeometryView& polygon) : center{c}, half{h} {
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < polygon.part_count(); ++i)
            nearest = std::min(nearest, distance_to_line(c, polygon.part(i)));
        clearance = contains(polygon, c) ? nearest : -nearest;
        possible = clearance + half * std::numbers::sqrt2;
    }
};

/// Of two equally promising squares the lower left one comes first, so that the answer is always the same.
struct IsLessPromising {
    bool operator()(const Square& a, const Square& b) const noexcept {
        if (a.possible != b.possible) return a.possible < b.possible;
        return a.center.x != b.center.x ? a.center.x > b.center.x : a.center.y > b.center.y;
    }
};

MapPoint centroid(std::span<const MapPoint> ring) noexcept {
    const MapPoint origin = ring.front();
    double area = 0, x = 0, y = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double ax = ring[i - 1].x - origin.x, ay = ring[i - 1].y - origin.y;
        const double bx = ring[i].x - origin.x, by = ring[i].y - origin.y;
        const double cross = ax * by - bx * ay;
        area += cross;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
    }
    return area == 0 ? origin : MapPoint{origin.x + x / (3 * area), origin.y + y / (3 * area)};
}

MapPoint pole_of_inaccessibility(const GeometryView& polygon, double precision) {
    const Envelope box = envelope(polygon);
    const double size = std::min(box.width(), box.height());
    if (size == 0) return box.center();

    std::priority_queue<Square, std::vector<Square>, IsLessPromising> pending;
    const double half = size / 2;
    for (double x = box.min_x; x < box.max_x; x += size)
        for (double y = box.min_y; y < box.max_y; y += size)
            pending.emplace(MapPoint{x + half, y + half}, half, polygon);

    Square best{centroid(polygon.part(0)), 0, polygon};
    if (const Square middle{box.center(), 0, polygon}; middle.clearance > best.clearance) best = middle;
    while (!pending.empty()) {
        const Square square = pending.top();
        pending.pop();
        if (square.clearance > best.clearance) best = square;
        if (square.possible - best.clearance <= precision) break;
        const double quarter = square.half / 2;
        for (const double dx : {-quarter, quarter})
            for (const double dy : {-quarter, quarter})
                pending.emplace(MapPoint{square.center.x + dx, square.center.y + dy}, quarter, polygon);
    }
    return best.center;
}

}  // namespace

double line_length(std::span<const MapPoint> line) noexcept {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return length;
}

MapPoint point_along(std::span<const MapPoint> line, double distance) noexcept {
    assert(!line.empty());
    if (distance <= 0) return line.front();
    for (std::size_t i = 1; i < line.size(); ++i) {
        const MapPoint a = line[i - 1], b = line[i];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        if (distance < length) {
            const double t = distance / length;
            return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
        }
        distance -= length;
    }
    return line.back();
}

std::optional<MapPoint> label_point(const GeometryView& geometry) {
    if (geometry.part_count() == 0) return std::nullopt;
    if (geometry.type == GeometryType::Point) return geometry.points.front();
    if (geometry.type == GeometryType::Polygon) {
        const RingRange rings = largest_polygon(geometry);
        Envelope box;
        for (const MapPoint& p : geometry.part(rings.first)) box.extend(p);
        const double size = std::min(box.width(), box.height());
        const Geometry polygon = coarse(geometry, rings, size / 200);
        return pole_of_inaccessibility(polygon.view(), size / 100);
    }
    std::size_t longest = 0;
    double greatest = -1;
    for (std::size_t i = 0; i < geometry.part_count(); ++i) {
        const double length = line_length(geometry.part(i));
        if (length <= greatest) continue;
        greatest = length;
        longest = i;
    }
    return point_along(geometry.part(longest), greatest / 2);
}

}  // namespace jinsha::geo
