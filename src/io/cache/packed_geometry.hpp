#pragma once

#include "geo/geometry.hpp"
#include "io/cache/packed_bytes.hpp"

namespace jinsha::io {

/// What coordinates of that detail are rounded to, map units: 1/65,536 for exact ones (15 µm where the unit
/// is the metre), 1/32 cell for simplified ones. A power of two when the cell is one, so nothing but the
/// rounding itself is lost, and a point gets the same place in every geometry.
/// @param cell  of the grid that the geometry was simplified by, map units; 0: exact
[[nodiscard]] constexpr double coordinate_step(double cell) noexcept {
    constexpr double kExactStep = 1.0 / 65'536;
    return cell > 0 ? cell / 32 : kExactStep;
}

/// Appends a geometry, but for its type: parts, then each point as the way from the one before it, in steps.
void pack_geometry(const geo::GeometryView& geometry, double step, PackedWriter& out);

/// Reads one into `out`, which is overwritten. False when the bytes hold none.
[[nodiscard]] bool unpack_geometry(std::string_view bytes, geo::GeometryType type, double step,
                                   geo::Geometry& out);

}  // namespace jinsha::io
