#include "geo/drawn_area.hpp"

#include "geo/distance.hpp"
#include "geo/geos_handles.hpp"

#include <cmath>
#include <span>
#include <utility>

namespace jinsha::geo {

namespace {

/// Twice the signed area, by the shoelace formula; counted from the first point, so that large coordinates
/// cost no digits.
double doubled_area(std::span<const MapPoint> ring) {
    double sum = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const double ax = ring[i].x - ring[0].x;
        const double ay = ring[i].y - ring[0].y;
        const double bx = ring[i + 1].x - ring[0].x;
        const double by = ring[i + 1].y - ring[0].y;
        sum += ax * by - bx * ay;
    }
    return sum;
}

}  // namespace

struct DrawnArea::Prepared {
    GeosContext context{make_geos_context()};
    GeosGeometry area{nullptr, {context.get()}};
    const GEOSPreparedGeometry* prepared{};
    MapPoint corner;  // any of its boundary

    Prepared() = default;
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;
    ~Prepared() {
        if (prepared) GEOSPreparedGeom_destroy_r(context.get(), prepared);
    }

    [[nodiscard]] bool meets(GEOSGeometry* geometry) const {
        const GeosGeometry owner{geometry, {context.get()}};
        return geometry && GEOSPreparedIntersects_r(context.get(), prepared, geometry) == 1;
    }
    [[nodiscard]] bool meets(MapPoint p) const {
        return meets(GEOSGeom_createPointFromXY_r(context.get(), p.x, p.y));
    }
    [[nodiscard]] bool meets(std::span<const MapPoint> line) const {
        if (line.size() < 2) return false;
        return meets(GEOSGeom_createLineString_r(context.get(), make_geos_sequence(context.get(), line)));
    }
};

DrawnArea::DrawnArea(const std::vector<MapPoint>& ring) {
    if (ring.size() < 3) return;
    auto prepared = std::make_unique<Prepared>();
    GEOSContextHandle_t context = prepared->context.get();
    std::vector<MapPoint> closed = ring;
    if (closed.front() != closed.back()) closed.push_back(closed.front());
    if (closed.size() < 4) return;
    GEOSGeometry* const shell =
        GEOSGeom_createLinearRing_r(context, make_geos_sequence(context, std::span<const MapPoint>{closed}));
    if (!shell) return;
    const GeosGeometry drawn{GEOSGeom_createPolygon_r(context, shell, nullptr, 0), {context}};
    prepared->area = {GEOSMakeValid_r(context, drawn.get()), {context}};
    if (!prepared->area) return;
    prepared->prepared = GEOSPrepare_r(context, prepared->area.get());
    if (!prepared->prepared) return;
    prepared->corner = closed.front();
    for (const MapPoint& p : closed) extent_.extend(p);
    prepared_ = std::move(prepared);
}

DrawnArea::~DrawnArea() = default;
DrawnArea::DrawnArea(DrawnArea&&) noexcept = default;
DrawnArea& DrawnArea::operator=(DrawnArea&&) noexcept = default;

bool DrawnArea::meets(const GeometryView& geometry) const {
    if (!prepared_ || geometry.points.empty() || !extent_.intersects(envelope(geometry))) return false;
    if (prepared_->meets(geometry.points.front())) return true;
    if (geometry.type == GeometryType::Point) {
        for (const MapPoint& p : geometry.points.subspan(1))
            if (extent_.contains(p) && prepared_->meets(p)) return true;
        return false;
    }
    for (std::size_t i = 0; i < geometry.part_count(); ++i)
        if (prepared_->meets(geometry.part(i))) return true;
    // No boundary meets the area: it lies in the polygon as a whole, or not at all.
    return geometry.type == GeometryType::Polygon && contains(geometry, prepared_->corner);
}

double plane_area(const GeometryView& geometry) {
    if (geometry.type != GeometryType::Polygon) return 0;
    double doubled = 0;  // holes run the other way
    for (std::size_t i = 0; i < geometry.part_count(); ++i) doubled += doubled_area(geometry.part(i));
    return std::abs(doubled) / 2;
}

double plane_length(const GeometryView& geometry) {
    if (geometry.type != GeometryType::Line) return 0;
    double length = 0;
    for (std::size_t part = 0; part < geometry.part_count(); ++part) {
        const auto line = geometry.part(part);
        for (std::size_t i = 1; i < line.size(); ++i)
            length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    }
    return length;
}

}  // namespace jinsha::geo
