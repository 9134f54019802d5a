#pragma once

#include "geo/envelope.hpp"
#include "geo/points.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jinsha::geo {

/// Single and multi geometries are one kind here: a feature has any number of parts.
enum class GeometryType : std::uint8_t { None, Point, Line, Polygon };

/// Borrowed geometry in map coordinates; valid as long as its owner is neither changed nor destroyed.
/// Parts: each point of a Point, each line of a Line, each ring of a Polygon. Rings are closed (the first
/// point is repeated at the end); an exterior ring runs counter-clockwise, the clockwise rings after it are
/// its holes. All coordinates are finite.
struct GeometryView {
    GeometryType type{GeometryType::None};
    std::span<const MapPoint> points;
    std::span<const std::uint32_t>
        part_ends;  // for each part one past its last point, rising; parts are not empty

    [[nodiscard]] std::size_t part_count() const noexcept { return part_ends.size(); }
    [[nodiscard]] std::span<const MapPoint> part(std::size_t i) const noexcept {
        const std::uint32_t begin = i == 0 ? 0 : part_ends[i - 1];
        return points.subspan(begin, part_ends[i] - begin);
    }
};

/// The owner of one geometry.
struct Geometry {
    GeometryType type{GeometryType::None};
    std::vector<MapPoint> points;
    std::vector<std::uint32_t> part_ends;

    bool operator==(const Geometry&) const = default;

    [[nodiscard]] GeometryView view() const noexcept { return {type, points, part_ends}; }
    /// Ends the part that the points appended since the last call make.
    void end_part() { part_ends.push_back(static_cast<std::uint32_t>(points.size())); }
};

[[nodiscard]] inline Envelope envelope(const GeometryView& geometry) noexcept {
    Envelope box;
    for (const MapPoint& p : geometry.points) box.extend(p);
    return box;
}

}  // namespace jinsha::geo
