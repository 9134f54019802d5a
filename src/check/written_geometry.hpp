#pragma once

#include "check/findings.hpp"
#include "geo/geometry.hpp"
#include "geo/points.hpp"
#include "json/value.hpp"

#include <vector>

namespace jinsha::check {

/// A position as it is written.
struct WrittenPosition {
    geo::SourcePoint at;
    json::Value value;
};

/// The positions of a point, a line or a ring, and the array that holds them.
struct WrittenPart {
    std::vector<WrittenPosition> positions;
    json::Value value;  // of one Point: its position
};

/// One polygon, its exterior ring first; or the parts of a geometry of points or lines.
struct WrittenShape {
    geo::GeometryType type{};
    std::vector<WrittenPart> parts;
};

/// Reads a geometry object and reports what RFC 7946 §3.1 does not allow. What has faults is left out, so
/// that all positions here are finite pairs; parts of a GeometryCollection follow each other.
[[nodiscard]] std::vector<WrittenShape> read_geometry(const json::Value& geometry, Findings& findings);

}  // namespace jinsha::check
