#include "style/operators/geojson_argument.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace jinsha::style {

namespace {

using Line = std::vector<geo::LonLat>;

bool is_position(const Json& json) {
    return json.is_array() && json.size() >= 2 && json[0].is_number() && json[1].is_number();
}

// Whether `json` is arrays of positions, `levels` deep.
bool is_coordinates(const Json& json, int levels) {
    if (levels == 0) return is_position(json);
    return json.is_array() && !json.empty() &&
           std::ranges::all_of(json, [&](const Json& item) { return is_coordinates(item, levels - 1); });
}

Line line_of(const Json& positions) {
    Line line;
    for (const Json& p : positions) line.push_back({p[0].get<double>(), p[1].get<double>()});
    return line;
}

GeographicGeometry point(const Json& position) {
    return {geo::GeometryType::Point, {line_of(Json::array({position}))}};
}
GeographicGeometry line(const Json& positions) {
    return {geo::GeometryType::Line, {line_of(positions)}};
}
GeographicGeometry polygon(const Json& rings) {
    GeographicGeometry geometry{geo::GeometryType::Polygon, {}};
    for (const Json& ring : rings) {
        geometry.parts.push_back(line_of(ring));
        if (geometry.parts.back().front() != geometry.parts.back().back()) {
            geometry.parts.back().push_back(geometry.parts.back().front());
        }
    }
    return geometry;
}

/// How the coordinates of a type are read.
struct Reader {
    const char* type;
    int levels;  // of arrays around a position
    bool is_multi;
    GeographicGeometry (*read)(const Json&);
};
constexpr Reader kReaders[] = {{"Point", 0, false, point},     {"MultiPoint", 1, true, point},
                               {"LineString", 1, false, line}, {"MultiLineString", 2, true, line},
                               {"Polygon", 2, false, polygon}, {"MultiPolygon", 3, true, polygon}};

}  // namespace

std::vector<GeographicGeometry> simple_geometries(const Json& geojson) {
    if (!geojson.is_object() || !geojson.contains("type")) return {};
    const Json& type = geojson["type"];
    if (type == "Feature" && geojson.contains("geometry")) return simple_geometries(geojson["geometry"]);
    std::vector<GeographicGeometry> geometries;
    if (type == "FeatureCollection" && geojson.contains("features") && geojson["features"].is_array()) {
        for (const Json& feature : geojson["features"]) {
            std::ranges::move(simple_geometries(feature), std::back_inserter(geometries));
        }
        return geometries;
    }
    const auto* reader = std::ranges::find_if(kReaders, [&](const Reader& r) { return type == r.type; });
    if (reader == std::end(kReaders) || !geojson.contains("coordinates")) return {};
    const Json& coordinates = geojson["coordinates"];
    if (!is_coordinates(coordinates, reader->levels)) return {};
    if (!reader->is_multi) return {reader->read(coordinates)};
    for (const Json& part : coordinates) geometries.push_back(reader->read(part));
    return geometries;
}

}  // namespace jinsha::style
