#include "io/cache/packed_geometry.hpp"

#include <cmath>

namespace jinsha::io {
namespace {

/// A ring's last point repeats its first and is not stored.
std::size_t stored_points(geo::GeometryType type, std::size_t points) {
    return type == geo::GeometryType::Polygon ? points - 1 : points;
}

}  // namespace

void pack_geometry(const geo::GeometryView& geometry, double step, PackedWriter& out) {
    const double steps_per_unit = 1 / step;
    out.number(geometry.part_count());
    for (std::size_t i = 0; i < geometry.part_count(); ++i)
        out.number(stored_points(geometry.type, geometry.part(i).size()));
    std::int64_t x = 0, y = 0;
    for (std::size_t i = 0; i < geometry.part_count(); ++i) {
        const auto part = geometry.part(i);
        for (const geo::MapPoint& p : part.first(stored_points(geometry.type, part.size()))) {
            const auto next_x = static_cast<std::int64_t>(std::floor(p.x * steps_per_unit + 0.5));
            const auto next_y = static_cast<std::int64_t>(std::floor(p.y * steps_per_unit + 0.5));
            out.signed_number(next_x - x);
            out.signed_number(next_y - y);
            x = next_x;
            y = next_y;
        }
    }
}

bool unpack_geometry(std::string_view bytes, geo::GeometryType type, double step, geo::Geometry& out) {
    PackedReader in{bytes};
    out.type = type;
    out.points.clear();
    out.part_ends.clear();
    const bool is_polygon = type == geo::GeometryType::Polygon;
    const std::size_t parts = in.count();
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < parts; ++i) {
        const std::uint64_t stored = in.count(2);
        if (stored == 0) return false;
        total += stored + (is_polygon ? 1 : 0);
        out.part_ends.push_back(static_cast<std::uint32_t>(total));
    }
    if (in.has_failed() || total > bytes.size()) return false;
    out.points.resize(static_cast<std::size_t>(total));
    std::int64_t x = 0, y = 0;
    std::size_t begin = 0;
    for (const std::uint32_t end : out.part_ends) {
        for (std::size_t i = begin; i < end - (is_polygon ? 1 : 0); ++i) {
            x += in.signed_number();
            y += in.signed_number();
            out.points[i] = {static_cast<double>(x) * step, static_cast<double>(y) * step};
        }
        if (is_polygon) out.points[end - 1] = out.points[begin];
        begin = end;
    }
    return in.is_done();
}

}  // namespace jinsha::io
