#include "scene/small_map.hpp"

#include "map/memory_feature_source.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace jinsha::scene {

namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void give_up(const std::string& reason) {
    fmt::print(stderr, "small_map: {}\n", reason);
    std::abort();
}

void add_point(const Json& position, geo::Geometry& geometry) {
    geometry.points.push_back({position.at(0).get<double>(), position.at(1).get<double>()});
}

void add_line(const Json& positions, geo::Geometry& geometry) {
    for (const Json& position : positions) add_point(position, geometry);
    geometry.end_part();
}

geo::Geometry geometry_of(const Json& json) {
    const auto type = json.at("type").get<std::string>();
    const Json& coordinates = json.at("coordinates");
    geo::Geometry geometry;
    if (type == "Point") {
        geometry.type = geo::GeometryType::Point;
        add_point(coordinates, geometry);
        geometry.end_part();
    } else if (type == "LineString") {
        geometry.type = geo::GeometryType::Line;
        add_line(coordinates, geometry);
    } else if (type == "MultiLineString") {
        geometry.type = geo::GeometryType::Line;
        for (const Json& line : coordinates) add_line(line, geometry);
    } else if (type == "Polygon") {
        geometry.type = geo::GeometryType::Polygon;
        for (const Json& ring : coordinates) add_line(ring, geometry);
    } else {
        give_up("geometry type " + type + " is not used in tests so far");
    }
    return geometry;
}

style::Value value_of(const Json& json) {
    if (json.is_string()) return {json.get<std::string>()};
    if (json.is_number()) return {json.get<double>()};
    if (json.is_boolean()) return {json.get<bool>()};
    return {};
}

std::shared_ptr<const map::FeatureSource> source_of(const Json& collection) {
    map::MemoryFeatureSourceBuilder builder;
    for (const Json& feature : collection.at("features")) {
        map::MemoryFeatureSourceBuilder::Attributes attributes;
        if (feature.contains("properties")) {
            for (const auto& [name, value] : feature.at("properties").items()) {
                attributes.emplace_back(name, value_of(value));
            }
        }
        builder.add(geometry_of(feature.at("geometry")).view(), {}, attributes);
    }
    return builder.build({});
}

}  // namespace

std::shared_ptr<const MapSnapshot> small_map(std::string_view json, double pixel_ratio) {
    const Json document = Json::parse(json);
    auto snapshot = std::make_shared<MapSnapshot>();
    snapshot->revision = 1;
    // 40 075 016.686 / 512 metres are one pixel at zoom 0; the map unit is what is left of them at zoom 10.
    snapshot->scale = map::ZoomScale{0, 40'075'016.686 / 512 / (1 << 10)};
    snapshot->pixel_ratio = pixel_ratio;
    std::map<std::string, std::pair<std::shared_ptr<const map::FeatureSource>, std::uint32_t>> sources;
    if (document.contains("sources")) {
        for (const auto& [name, collection] : document.at("sources").items()) {
            const auto number = static_cast<std::uint32_t>(sources.size());
            sources.emplace(name, std::pair{source_of(collection), number});
        }
    }
    std::size_t number = 0;
    for (const Json& layer : document.at("layers")) {
        std::vector<Problem> problems;
        auto style = style::StyleLayer::parse(layer, fmt::format("/layers/{}", number++), problems);
        if (!style) give_up(style.error().message());
        if (!problems.empty()) give_up(problems.front().where + ": " + problems.front().message);
        SnapshotLayer made{*style, nullptr, 0, style->is_visible()};
        if (const auto found = sources.find(style->source()); found != sources.end()) {
            made.source = found->second.first;
            made.source_index = found->second.second;
        }
        snapshot->layers.push_back(std::move(made));
    }
    return snapshot;
}

}  // namespace jinsha::scene
