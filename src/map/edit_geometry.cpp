#include "map/edit_geometry.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace jinsha::map {
namespace {

using geo::Geometry;
using geo::GeometryType;
using geo::MapPoint;

/// Twice the area of a closed ring; positive when it runs counter-clockwise. From its first point, as
/// products of eastings with the number of a zone would not be exact.
double doubled_area(std::span<const MapPoint> ring) {
    double sum = 0;
    const MapPoint from = ring.front();
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        sum +=
            (ring[i].x - from.x) * (ring[i + 1].y - from.y) - (ring[i + 1].x - from.x) * (ring[i].y - from.y);
    return sum;
}

/// Closed, without points that repeat the one before; empty when nothing is inside.
std::vector<MapPoint> ring_of(std::vector<MapPoint> points) {
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() > 1 && points.front() != points.back()) points.push_back(points.front());
    if (points.size() < 4 || doubled_area(points) == 0) return {};
    return points;
}

void turn(std::vector<MapPoint>& ring, bool counter_clockwise) {
    if ((doubled_area(ring) > 0) != counter_clockwise) std::ranges::reverse(ring);
}

/// By how often a ray to the east crosses the ring.
bool holds(std::span<const MapPoint> ring, MapPoint p) {
    bool is_inside = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const MapPoint a = ring[i], b = ring[i + 1];
        if ((a.y > p.y) == (b.y > p.y)) continue;
        if (p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) is_inside = !is_inside;
    }
    return is_inside;
}

struct Part {
    std::size_t index{}, begin{}, end{};  // of its points
};

Part part_of(const Geometry& geometry, std::size_t vertex) {
    const auto end = std::ranges::upper_bound(geometry.part_ends, vertex);
    const auto index = static_cast<std::size_t>(end - geometry.part_ends.begin());
    return {index, index == 0 ? 0 : geometry.part_ends[index - 1], *end};
}

std::vector<std::vector<MapPoint>> parts_of(const Geometry& geometry) {
    std::vector<std::vector<MapPoint>> parts;
    for (std::size_t i = 0; i < geometry.part_ends.size(); ++i) {
        const auto part = geometry.view().part(i);
        parts.emplace_back(part.begin(), part.end());
    }
    return parts;
}

Geometry joined(GeometryType type, const std::vector<std::vector<MapPoint>>& parts) {
    Geometry geometry{type, {}, {}};
    for (const auto& part : parts) {
        geometry.points.insert(geometry.points.end(), part.begin(), part.end());
        geometry.end_part();
    }
    return geometry;
}

/// A ring that was turned over by an edit keeps what it is, an outline or a hole.
Geometry with_part(const Geometry& geometry, std::size_t index, std::vector<MapPoint> points) {
    auto parts = parts_of(geometry);
    if (geometry.type == GeometryType::Polygon) turn(points, doubled_area(parts[index]) > 0);
    parts[index] = std::move(points);
    return joined(geometry.type, parts);
}

}  // namespace

std::optional<Geometry> line_through(std::vector<MapPoint> points) {
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 2) return std::nullopt;
    return joined(GeometryType::Line, {std::move(points)});
}

std::optional<Geometry> area_inside(std::vector<MapPoint> points) {
    std::vector<MapPoint> ring = ring_of(std::move(points));
    if (ring.empty()) return std::nullopt;
    turn(ring, true);
    return joined(GeometryType::Polygon, {std::move(ring)});
}

std::optional<Geometry> with_hole(const Geometry& area, std::vector<MapPoint> points) {
    std::vector<MapPoint> ring = ring_of(std::move(points));
    if (ring.empty()) return std::nullopt;
    auto parts = parts_of(area);
    const auto is_outline = [](const auto& part) { return doubled_area(part) > 0; };
    const auto outline = std::ranges::find_if(
        parts, [&](const auto& part) { return is_outline(part) && holds(part, ring.front()); });
    if (outline == parts.end()) return std::nullopt;
    turn(ring, false);
    parts.insert(std::find_if(outline + 1, parts.end(), is_outline), std::move(ring));
    return joined(area.type, parts);
}

Geometry with_vertex_at(const Geometry& geometry, std::size_t vertex, MapPoint to) {
    const Part part = part_of(geometry, vertex);
    const auto old = geometry.view().part(part.index);
    std::vector<MapPoint> points{old.begin(), old.end()};
    points[vertex - part.begin] = to;
    if (geometry.type == GeometryType::Polygon && vertex == part.begin) points.back() = to;
    return with_part(geometry, part.index, std::move(points));
}

Geometry with_vertex_after(const Geometry& geometry, std::size_t vertex, MapPoint at) {
    const Part part = part_of(geometry, vertex);
    const auto old = geometry.view().part(part.index);
    std::vector<MapPoint> points{old.begin(), old.end()};
    points.insert(points.begin() + static_cast<std::ptrdiff_t>(vertex - part.begin) + 1, at);
    return with_part(geometry, part.index, std::move(points));
}

std::optional<Geometry> without_vertex(const Geometry& geometry, std::size_t vertex) {
    if (geometry.type == GeometryType::Point) return std::nullopt;
    const Part part = part_of(geometry, vertex);
    const auto old = geometry.view().part(part.index);
    std::vector<MapPoint> points{old.begin(), old.end()};
    const bool is_ring = geometry.type == GeometryType::Polygon;
    if (is_ring) points.pop_back();
    points.erase(points.begin() + static_cast<std::ptrdiff_t>(vertex - part.begin));
    if (is_ring) points = ring_of(std::move(points));
    if (points.size() < 2) return std::nullopt;
    return with_part(geometry, part.index, std::move(points));
}

std::vector<std::size_t> vertices_of(const Geometry& geometry) {
    std::vector<std::size_t> vertices;
    std::size_t begin = 0;
    for (const std::uint32_t end : geometry.part_ends) {
        const std::size_t last = geometry.type == GeometryType::Polygon ? end - 1 : end;
        for (std::size_t i = begin; i < last; ++i) vertices.push_back(i);
        begin = end;
    }
    return vertices;
}

std::vector<std::size_t> edges_of(const Geometry& geometry) {
    std::vector<std::size_t> edges;
    if (geometry.type == GeometryType::Point) return edges;
    std::size_t begin = 0;
    for (const std::uint32_t end : geometry.part_ends) {
        for (std::size_t i = begin; i + 1 < end; ++i) edges.push_back(i);
        begin = end;
    }
    return edges;
}

}  // namespace jinsha::map
