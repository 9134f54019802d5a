#pragma once

#include "io/raw_geometry.hpp"

namespace jinsha::io {

/// Does a line or ring (degrees) step over the 180° meridian, or does it count longitudes beyond it? Two
/// neighbouring points more than 180° apart are taken to have stepped over it, as RFC 7946 (3.1.9) wants
/// lines to be cut there. Edges along the meridians ±180° themselves, as of Antarctica, do not count.
[[nodiscard]] bool crosses_antimeridian(const RawGeometryView& geometry) noexcept;

/// The same line or polygon cut at the meridian, every piece within -180° and 180°.
[[nodiscard]] RawGeometry cut_at_antimeridian(const RawGeometryView& geometry);

}  // namespace jinsha::io
