#include "geo/true_north.hpp"

#include <cmath>
#include <numbers>

namespace jinsha::geo {

double true_north_deg(const CrsTransform& from_wgs84, MapPoint at) {
    // About 10 m of the meridian on either side: long enough for the digits, short enough to be straight.
    constexpr double kStepDeg = 1e-4;
    const SourcePoint here = from_wgs84.to_source(at);
    const MapPoint south = from_wgs84.to_map(SourcePoint{here.x, here.y - kStepDeg});
    const MapPoint north = from_wgs84.to_map(SourcePoint{here.x, here.y + kStepDeg});
    return std::atan2(north.x - south.x, north.y - south.y) * 180 / std::numbers::pi;
}

}  // namespace jinsha::geo
