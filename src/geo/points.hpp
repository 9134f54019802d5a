#pragma once

namespace jinsha::geo {

/// In the CRS of a source: x = easting or longitude (degrees), y = northing or latitude, whatever the
/// authority's order.
struct SourcePoint {
    double x{}, y{};
    bool operator==(const SourcePoint&) const = default;
};

/// In the map CRS: map units, x to the east, y to the north.
struct MapPoint {
    double x{}, y{};
    bool operator==(const MapPoint&) const = default;
};

/// WGS 84, degrees.
struct LonLat {
    double lon_deg{}, lat_deg{};
    bool operator==(const LonLat&) const = default;
};

/// In the window: physical pixels from its upper left corner, y down.
struct ScreenPoint {
    double x{}, y{};
    bool operator==(const ScreenPoint&) const = default;
};

}  // namespace jinsha::geo
