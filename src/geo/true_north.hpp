#pragma once

#include "geo/crs_transform.hpp"
#include "geo/points.hpp"

namespace jinsha::geo {

/// Where true north lies at a place of the map: degrees clockwise from the map's y axis (the negative of the
/// meridian convergence γ of Snyder 1987). `from_wgs84` goes from degrees to the map CRS. NaN where the place
/// has no longitude and latitude.
[[nodiscard]] double true_north_deg(const CrsTransform& from_wgs84, MapPoint at);

}  // namespace jinsha::geo
