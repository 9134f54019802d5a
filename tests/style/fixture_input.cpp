#include "style/fixture_input.hpp"

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

}  // namespace

FixtureInput::FixtureInput(const Json& globals, const Json& feature, const Json& state)
    : globals_(globals),  // braces would make an array of it
      feature_{feature.value("properties", Json::object()), geometry_type_of(feature),
               feature.contains("id") ? value_from_json(feature["id"]) : Value{}} {
    if (state.is_object()) state_ = *value_from_json(state).object();
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
