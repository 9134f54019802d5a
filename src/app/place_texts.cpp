#include "app/place_texts.hpp"

#include "geo/crs_transform.hpp"
#include "map/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace jinsha::app {

namespace {

// CGCS2000 / 3-degree Gauss-Kruger: zones 25 to 45 with their number before the easting are EPSG:4513 to
// 4533, the same named by their central meridian, 75°E to 135°E, EPSG:4534 to 4554.
constexpr int kFirstZone = 25, kLastZone = 45;
constexpr int kFirstNumbered = 4513, kFirstPlain = 4534;
constexpr double kNorthernmost = 54, kSouthernmost = 3;

std::optional<int> zone_of(geo::LonLat position) {
    const int zone = static_cast<int>(std::lround(position.lon_deg / 3));
    const bool is_in_china = zone >= kFirstZone && zone <= kLastZone && position.lat_deg > kSouthernmost &&
                             position.lat_deg < kNorthernmost;
    return is_in_china ? std::optional{zone} : std::nullopt;
}

/// "460123.46, 2942310.12"; "" where the CRS has no such place.
std::string metres_in(const std::string& crs, geo::LonLat position) {
    const auto target = geo::Crs::from(crs);
    if (!target) return {};
    const auto transform = geo::CrsTransform::between(geo::Crs::wgs84(), *target);
    if (!transform) return {};
    const geo::MapPoint at = transform->to_map(geo::SourcePoint{position.lon_deg, position.lat_deg});
    if (!std::isfinite(at.x) || !std::isfinite(at.y)) return {};
    return fmt::format("{:.2f}, {:.2f}", at.x, at.y);
}

}  // namespace

std::vector<ui::PlaceMenuRow> place_texts(geo::LonLat position, const geo::Crs& map_crs) {
    const std::string degrees = fmt::format("{:.6f}, {:.6f}", position.lon_deg, position.lat_deg);
    std::vector<ui::PlaceMenuRow> rows{{"WGS 84", degrees},
                                       {"WGS 84", map::degrees_minutes_seconds(position)},
                                       {"CGCS2000", degrees}};  // they agree within centimetres
    std::vector<std::string> systems;
    if (const auto zone = zone_of(position)) {
        systems.push_back(fmt::format("EPSG:{}", kFirstPlain + *zone - kFirstZone));
        systems.push_back(fmt::format("EPSG:{}", kFirstNumbered + *zone - kFirstZone));
    }
    const std::string own = map_crs.id().empty() ? map_crs.definition() : map_crs.id();
    if (map_crs.is_projected() && std::ranges::find(systems, own) == systems.end()) systems.push_back(own);
    for (const std::string& crs : systems) {
        const std::string text = metres_in(crs, position);
        const std::string& label = crs == own && map_crs.id().empty() ? map_crs.name() : crs;
        if (!text.empty()) rows.push_back({label, text});
    }
    return rows;
}

}  // namespace jinsha::app
