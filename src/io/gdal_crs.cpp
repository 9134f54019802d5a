#include "io/gdal_crs.hpp"

#include <cpl_conv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <cmath>
#include <memory>
#include <vector>

namespace jinsha::io {
namespace {

std::string how_declared(const std::string& driver) {
    if (driver == "ESRI Shapefile") return "declared in the .prj";
    if (driver == "GPKG") return "declared in the GeoPackage";
    if (driver == "LIBKML" || driver == "KML") return "KML is in WGS 84";
    if (driver == "GPX") return "GPX is in WGS 84";
    return "declared in the file";
}

/// "EPSG:4543" or the whole definition.
std::string definition_of(const OGRSpatialReference& srs) {
    const char* authority = srs.GetAuthorityName(nullptr);
    const char* code = srs.GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr) return fmt::format("{}:{}", authority, code);
    constexpr std::array<const char*, 2> kOptions{"FORMAT=WKT2_2019", nullptr};
    char* text = nullptr;
    srs.exportToWkt(&text, kOptions.data());
    const std::unique_ptr<char, decltype(&VSIFree)> owner{text, &VSIFree};
    return text != nullptr ? text : "";
}

/// GDAL gives x first unless told otherwise; a few drivers keep the order of the authority.
bool has_y_first(const OGRSpatialReference& srs) {
    if (!srs.EPSGTreatsAsLatLong() && !srs.EPSGTreatsAsNorthingEasting()) return false;
    const std::vector<int>& mapping = srs.GetDataAxisToSRSAxisMapping();
    return mapping.size() >= 2 && mapping[0] == 1 && mapping[1] == 2;
}

bool is_between(double value, double low, double high) {
    return value >= low && value <= high;
}

std::string name_of(const geo::Crs& crs) {
    return crs.id().empty() ? crs.name() : crs.id();
}

LayerCrs unknown(std::string why) {
    LayerCrs result;
    // Any planar one would do as a value; the map's own takes its place when the features are read.
    result.crs = geo::Crs::from("EPSG:3857").value();
    result.found = {"", std::move(why) + ": the coordinates are taken as the map's own"};
    result.is_unknown = true;
    return result;
}

}  // namespace

LayerCrs guessed_crs(const geo::Envelope& extent) {
    if (extent.is_empty()) return unknown("none declared");
    // Longitude and latitude may be exchanged; then every feature is told of, with that hint.
    constexpr double kTurn = 360;
    if (extent.min_x >= -kTurn && extent.max_x <= kTurn && extent.min_y >= -kTurn && extent.max_y <= kTurn) {
        LayerCrs result;
        result.found = {result.crs.id(),
                        "none declared: taken as WGS 84 because the coordinates are degrees"};
        return result;
    }
    constexpr double kZonePrefix = 1'000'000;
    const double zone = std::floor(extent.min_x / kZonePrefix);
    const bool is_one_zone = zone == std::floor(extent.max_x / kZonePrefix);
    const bool is_three_degree_zone = is_one_zone && is_between(zone, 25, 45);
    const bool is_northing_in_china = is_between(extent.min_y, 300'000, 6'000'000);
    if (is_three_degree_zone && is_northing_in_china) {
        constexpr int kEpsgOfZone25 = 4513;
        LayerCrs result;
        result.crs =
            geo::Crs::from(fmt::format("EPSG:{}", kEpsgOfZone25 + static_cast<int>(zone) - 25)).value();
        result.found = {
            result.crs.id(),
            fmt::format("none declared: taken as CGCS2000 because the eastings begin with zone {}", zone)};
        return result;
    }
    return unknown("none declared, and the coordinates are no degrees");
}

LayerCrs crs_of(OGRLayer& layer, const std::string& driver, const geo::Envelope& extent) {
    const OGRSpatialReference* srs = layer.GetSpatialRef();
    if (srs == nullptr || std::string_view{srs->GetName() ? srs->GetName() : ""}.starts_with("Undefined"))
        return guessed_crs(extent);
    auto crs = geo::Crs::from(definition_of(*srs));
    if (!crs) return unknown("what the file declares cannot be used (" + crs.error().message() + ")");
    if (!crs->is_projected() && !crs->is_geographic())
        return unknown("'" + crs->name() + "' is no place on earth");
    LayerCrs result;
    result.crs = *std::move(crs);
    result.found = {name_of(result.crs), how_declared(driver)};
    result.swaps_axes = has_y_first(*srs);
    return result;
}

}  // namespace jinsha::io
