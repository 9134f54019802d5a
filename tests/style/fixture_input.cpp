#include "style/fixture_input.hpp"

#include "style/operators/geojson_argument.hpp"

#include <cmath>
#include <numbers>

namespace jinsha::style {

namespace {

using Json = nlohmann::ordered_json;

geo::GeometryType geometry_type_of(const Json& feature) {
    if (!feature.contains("geometry")) return geo::GeometryType::None;
    const std::string name = feature["geometry"]["type"];
    if (name.ends_with("Point")) return geo::GeometryType::Point;
    if (name.ends_with("LineString")) return geo::GeometryType::Line;
    return name.ends_with("Polygon") ? geo::GeometryType::Polygon : geo::GeometryType::None;
}

std::optional<double> number_in(const Json& globals, const char* name) {
    return globals.contains(name) ? std::optional{globals[name].get<double>()} : std::nullopt;
}

// A vector tile of zoom z is 8192 steps wide, and its features are rounded to them. Web Mercator, EPSG:3857.
geo::LonLat rounded_to(double steps, const geo::LonLat& p) {
    constexpr double kPi = std::numbers::pi;
    const double x = (180 + p.lon_deg) / 360;
    const double y = (180 - 180 / kPi * std::log(std::tan(kPi / 4 + p.lat_deg * kPi / 360))) / 360;
    const double rounded_x = std::round(x * steps) / steps, rounded_y = std::round(y * steps) / steps;
    return {rounded_x * 360 - 180, 360 / kPi * std::atan(std::exp((180 - rounded_y * 360) * kPi / 180)) - 90};
}

std::optional<GeographicGeometry> geometry_in_tile(const Json& globals, const Json& feature) {
    if (!globals.contains("canonicalID") || !feature.contains("geometry")) return std::nullopt;
    const auto simple = simple_geometries(feature["geometry"]);
    if (simple.empty()) return std::nullopt;
    const double steps = std::pow(2, globals["canonicalID"]["z"].get<double>()) * 8192;
    GeographicGeometry geometry{simple[0].type, {}, steps};
    for (const GeographicGeometry& one : simple) {
        for (auto part : one.parts) {
            for (geo::LonLat& p : part) p = rounded_to(steps, p);
            geometry.parts.push_back(std::move(part));
        }
    }
    return geometry;
}

}  // namespace

FixtureInput::FixtureInput(const Json& globals, const Json& feature, const Json& state)
    : globals_(globals),  // braces would make an array of it
      feature_{feature.value("properties", Json::object()), geometry_type_of(feature),
               feature.contains("id") ? value_from_json(feature["id"]) : Value{}} {
    if (state.is_object()) state_ = *value_from_json(state).object();
    if (auto geometry = geometry_in_tile(globals, feature)) feature_.set_geometry(std::move(*geometry));
    for (const Json& image : globals.value("availableImages", Json::array()))
        images_.insert(image.get<std::string>());
}

EvaluationInput FixtureInput::input() const {
    return {.zoom = globals_.value("zoom", 0.0),
            .feature = &feature_,
            .global_state = &state_,
            .available_images = &images_,
            .heatmap_density = number_in(globals_, "heatmapDensity"),
            .elevation = number_in(globals_, "elevation"),
            .line_progress = number_in(globals_, "lineProgress"),
            .wants_reasons = true};
}

}  // namespace jinsha::style
