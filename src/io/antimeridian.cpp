#include "io/antimeridian.hpp"

#include "geo/clip.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::io {
namespace {

using geo::MapPoint;
using geo::SourcePoint;
using Points = std::vector<MapPoint>;

constexpr double kHalfTurn = 180, kTurn = 360;
constexpr double kBeyondAllLatitudes = 1e3;

bool steps_over(SourcePoint a, SourcePoint b) noexcept {
    const double step = std::abs(b.x - a.x);
    return step > kHalfTurn && step < kTurn - 1e-9;
}

std::span<const SourcePoint> points_of(const RawGeometryView& geometry, std::size_t part) {
    const std::uint32_t begin = part == 0 ? 0 : geometry.parts[part - 1].end;
    return geometry.points.subspan(begin, geometry.parts[part].end - begin);
}

/// Longitudes counted on beyond ±180° where the line steps over the meridian.
Points unwrapped(std::span<const SourcePoint> part) {
    Points result;
    result.reserve(part.size() + 1);
    double turns = 0;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (i > 0 && steps_over(part[i - 1], part[i])) turns += part[i].x < part[i - 1].x ? kTurn : -kTurn;
        result.push_back({part[i].x + turns, part[i].y});
    }
    return result;
}

/// A ring that runs once around the globe encloses a pole: it is closed along the pole's edge of the map.
void close_over_pole(Points& ring) {
    if (ring.empty() || std::abs(ring.back().x - ring.front().x) < kHalfTurn) return;
    double latitudes = 0;
    for (const MapPoint& p : ring) latitudes += p.y;
    const double pole = latitudes > 0 ? 90 : -90;
    const MapPoint first = ring.front(), last = ring.back();
    ring.insert(ring.end(), {{last.x, pole}, {first.x, pole}, first});
}

/// Moves `points` by whole turns so that they lie as near as may be to those they belong to.
void move_near(Points& points, const Points& others) {
    if (points.empty() || others.empty()) return;
    const double shift = std::round((others.front().x - points.front().x) / kTurn) * kTurn;
    for (MapPoint& p : points) p.x += shift;
}

struct Turns {
    int first{}, last{};
};

/// Which turns of the globe the parts reach into: 0 is -180° to 180°.
Turns turns_of(const std::vector<Points>& parts) {
    double west = kTurn, east = -kTurn;
    for (const Points& part : parts)
        for (const MapPoint& p : part) {
            west = std::min(west, p.x);
            east = std::max(east, p.x);
        }
    // What only touches the far meridian from within stays in one piece.
    const int first = static_cast<int>(std::floor((west + kHalfTurn) / kTurn));
    const int last = static_cast<int>(std::ceil((east + kHalfTurn) / kTurn)) - 1;
    return {first, std::max(first, last)};
}

geo::Envelope strip(int turn) {
    const double west = turn * kTurn - kHalfTurn;
    return {west, -kBeyondAllLatitudes, west + kTurn, kBeyondAllLatitudes};
}

void append(std::span<const MapPoint> points, int turn, RawGeometry& out) {
    for (const MapPoint& p : points) out.points.push_back({p.x - turn * kTurn, p.y});
}

void cut_polygon(const std::vector<Points>& rings, RawGeometry& out) {
    const Turns turns = turns_of(rings);
    for (int turn = turns.first; turn <= turns.last; ++turn) {
        for (std::size_t i = 0; i < rings.size(); ++i) {
            Points piece;
            geo::clip_ring(rings[i], strip(turn), piece);
            if (piece.empty()) continue;
            append(piece, turn, out);
            out.end_part(i > 0);
        }
    }
}

void cut_line(const Points& line, RawGeometry& out) {
    const Turns turns = turns_of({line});
    for (int turn = turns.first; turn <= turns.last; ++turn) {
        geo::LinePieces pieces;
        geo::clip_line(line, strip(turn), pieces);
        std::uint32_t begin = 0;
        for (const std::uint32_t end : pieces.part_ends) {
            append(std::span{pieces.points}.subspan(begin, end - begin), turn, out);
            out.end_part();
            begin = end;
        }
    }
}

}  // namespace

bool crosses_antimeridian(const RawGeometryView& geometry) noexcept {
    if (geometry.type != geo::GeometryType::Line && geometry.type != geo::GeometryType::Polygon) return false;
    std::uint32_t begin = 0;
    for (const RawPart& part : geometry.parts) {
        for (std::uint32_t i = begin; i < part.end; ++i) {
            const SourcePoint p = geometry.points[i];
            if (std::abs(p.x) > kHalfTurn + 1e-9 || (i > begin && steps_over(geometry.points[i - 1], p)))
                return true;
        }
        begin = part.end;
    }
    return false;
}

RawGeometry cut_at_antimeridian(const RawGeometryView& geometry) {
    RawGeometry result;
    result.type = geometry.type;
    result.is_mixed = geometry.is_mixed;
    std::vector<Points> polygon;
    for (std::size_t i = 0; i < geometry.parts.size(); ++i) {
        Points part = unwrapped(points_of(geometry, i));
        if (geometry.type == geo::GeometryType::Line) {
            cut_line(part, result);
            continue;
        }
        if (!geometry.parts[i].is_hole && !polygon.empty()) {
            cut_polygon(polygon, result);
            polygon.clear();
        }
        close_over_pole(part);
        if (!polygon.empty()) move_near(part, polygon.front());
        polygon.push_back(std::move(part));
    }
    if (!polygon.empty()) cut_polygon(polygon, result);
    return result;
}

}  // namespace jinsha::io
