#pragma once

#include "geo/geometry.hpp"
#include "geo/points.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jinsha::io {

/// A point of a Point, a line of a Line, a ring of a Polygon.
struct RawPart {
    std::uint32_t end{};  // one past its last point, counted from the first point of the geometry
    bool is_hole{};
};

/// A geometry as a file has it: in the CRS of the file, rings of any direction and perhaps not closed, any
/// numbers for coordinates. Borrowed.
struct RawGeometryView {
    geo::GeometryType type{geo::GeometryType::None};
    std::span<const geo::SourcePoint> points;
    std::span<const RawPart> parts;
    bool is_mixed{};  // what is here was chosen out of geometries of several kinds
};

/// The owner of one, filled part by part.
struct RawGeometry {
    geo::GeometryType type{geo::GeometryType::None};
    std::vector<geo::SourcePoint> points;
    std::vector<RawPart> parts;
    bool is_mixed{};

    void clear() noexcept {
        type = geo::GeometryType::None;
        points.clear();
        parts.clear();
        is_mixed = false;
    }
    void end_part(bool is_hole = false) {
        parts.push_back({static_cast<std::uint32_t>(points.size()), is_hole});
    }
    [[nodiscard]] RawGeometryView view() const noexcept { return {type, points, parts, is_mixed}; }
};

}  // namespace jinsha::io
