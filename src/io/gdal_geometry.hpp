#pragma once

#include "io/raw_geometry.hpp"

class OGRGeometry;

namespace jinsha::io {

/// Takes what GDAL gives, two-dimensional: curves become lines, surfaces polygons; of a collection the kind
/// of the highest dimension is kept. `out` is overwritten; null gives a geometry of type None.
/// @param swaps_axes  y comes first in the data
void take_ogr_geometry(const OGRGeometry* geometry, bool swaps_axes, RawGeometry& out);

}  // namespace jinsha::io
