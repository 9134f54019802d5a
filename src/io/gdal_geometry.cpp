#include "io/gdal_geometry.hpp"

#include <ogr_geometry.h>

#include <memory>
#include <utility>

namespace jinsha::io {
namespace {

using geo::GeometryType;

GeometryType kind_of(const OGRGeometry& geometry) {
    switch (geometry.getDimension()) {
        case 0:
            return GeometryType::Point;
        case 1:
            return GeometryType::Line;
        default:
            return GeometryType::Polygon;
    }
}

/// The kind that a collection is drawn as, and whether it holds others.
void survey(const OGRGeometry& geometry, RawGeometry& out) {
    if (wkbFlatten(geometry.getGeometryType()) == wkbGeometryCollection) {
        for (const OGRGeometry* member : *geometry.toGeometryCollection()) survey(*member, out);
        return;
    }
    if (geometry.IsEmpty()) return;
    const GeometryType kind = kind_of(geometry);
    out.is_mixed = out.is_mixed || (out.type != GeometryType::None && out.type != kind);
    if (kind > out.type) out.type = kind;
}

void take_points(const OGRSimpleCurve& curve, RawGeometry& out) {
    const auto count = static_cast<std::size_t>(curve.getNumPoints());
    const std::size_t begin = out.points.size();
    out.points.resize(begin + count);
    if (count == 0) return;
    constexpr int kStride = sizeof(geo::SourcePoint);
    curve.getPoints(&out.points[begin].x, kStride, &out.points[begin].y, kStride);
}

/// All of one kind that is in there; nothing but simple points, lines and rings is left.
void take_parts(const OGRGeometry& geometry, RawGeometry& out) {
    switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPoint: {
            const OGRPoint& point = *geometry.toPoint();
            if (point.IsEmpty() || out.type != GeometryType::Point) return;
            out.points.push_back({point.getX(), point.getY()});
            out.end_part();
            return;
        }
        case wkbLineString:
            if (out.type != GeometryType::Line) return;
            take_points(*geometry.toLineString(), out);
            out.end_part();
            return;
        case wkbPolygon:
        case wkbTriangle: {
            if (out.type != GeometryType::Polygon) return;
            bool is_hole = false;
            for (const OGRLinearRing* ring : *geometry.toPolygon()) {
                take_points(*ring, out);
                out.end_part(is_hole);
                is_hole = true;
            }
            return;
        }
        case wkbMultiPoint:
        case wkbMultiLineString:
        case wkbMultiPolygon:
        case wkbGeometryCollection:
            for (const OGRGeometry* member : *geometry.toGeometryCollection()) take_parts(*member, out);
            return;
        case wkbPolyhedralSurface:
        case wkbTIN:
            for (const OGRPolygon* patch : *geometry.toPolyhedralSurface()) take_parts(*patch, out);
            return;
        default: {
            const std::unique_ptr<OGRGeometry> straight{geometry.getLinearGeometry()};
            if (straight && !OGR_GT_IsNonLinear(straight->getGeometryType())) take_parts(*straight, out);
            return;
        }
    }
}

}  // namespace

void take_ogr_geometry(const OGRGeometry* geometry, bool swaps_axes, RawGeometry& out) {
    out.clear();
    if (geometry == nullptr) return;
    survey(*geometry, out);
    take_parts(*geometry, out);
    if (swaps_axes)
        for (geo::SourcePoint& p : out.points) std::swap(p.x, p.y);
}

}  // namespace jinsha::io
