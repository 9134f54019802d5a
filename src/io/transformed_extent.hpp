#pragma once

#include "geo/crs_transform.hpp"
#include "geo/envelope.hpp"

namespace jinsha::io {

/// The box in the map CRS that holds a box of the source's CRS: its edges are curves there, so points along
/// them are taken. Empty when none of them has a place there.
[[nodiscard]] geo::Envelope transformed_extent(const geo::Envelope& box, const geo::CrsTransform& transform);

}  // namespace jinsha::io
