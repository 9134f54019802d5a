#pragma once

#include "geo/crs.hpp"
#include "geo/envelope.hpp"
#include "map/feature_source.hpp"

#include <string>

class OGRLayer;

namespace jinsha::io {

/// The CRS of a layer, and how it was found.
struct LayerCrs {
    geo::Crs crs{geo::Crs::wgs84()};
    map::Found found;
    bool is_unknown{};  // nothing fits: the coordinates are taken as the map's own
    bool swaps_axes{};  // the layer's coordinates come with y first
};

/// From what the layer declares; without that, from its coordinates. `extent` is the layer's, empty when
/// unknown.
[[nodiscard]] LayerCrs crs_of(OGRLayer& layer, const std::string& driver, const geo::Envelope& extent);

/// A guess for coordinates without CRS: degrees, or a zone of CGCS2000 / Gauss-Kruger whose number stands
/// before the easting (34 463 842 m is in zone 34).
[[nodiscard]] LayerCrs guessed_crs(const geo::Envelope& extent);

}  // namespace jinsha::io
