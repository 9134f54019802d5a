#include "io/info.hpp"

#include "geo/crs_transform.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <optional>

namespace jinsha::io {

namespace {

using nlohmann::ordered_json;

/// A box of the map CRS in degrees: along its edges, which are curves there.
std::optional<std::array<double, 4>> to_degrees(const geo::Envelope& box, const geo::Crs& map_crs) {
    constexpr int kSteps = 8;
    const auto transform = geo::CrsTransform::between(geo::Crs::wgs84(), map_crs);
    if (!transform || box.is_empty()) return std::nullopt;
    geo::Envelope degrees;
    for (int i = 0; i <= kSteps; ++i) {
        const double x = box.min_x + box.width() * i / kSteps;
        const double y = box.min_y + box.height() * i / kSteps;
        for (const geo::MapPoint p :
             {geo::MapPoint{x, box.min_y}, {x, box.max_y}, {box.min_x, y}, {box.max_x, y}}) {
            const geo::SourcePoint there = transform->to_source(p);
            if (std::isfinite(there.x) && std::isfinite(there.y))
                degrees.extend(geo::MapPoint{there.x, there.y});
        }
    }
    if (degrees.is_empty()) return std::nullopt;
    return std::array{degrees.min_x, degrees.min_y, degrees.max_x, degrees.max_y};
}

double to_7_decimals(double degrees) {
    return std::round(degrees * 1e7) / 1e7;
}

/// A source with one dataset layer goes by its own id, which is what the document calls it.
std::string name_of(const map::LoadedMap& map, std::size_t i) {
    const map::LoadedSource& source = map.sources[i];
    return map.document.path.empty() ? source.dataset_layer : source.id;
}

const char* name_of(Severity severity) {
    return severity == Severity::Error ? "error" : "warning";
}

ordered_json found_json(const map::Found& found, const char* key) {
    return {{key, found.name}, {"how", found.how}};
}

ordered_json layer_json(const map::LoadedMap& map, std::size_t i) {
    const map::FeatureSource& source = *map.sources[i].source;
    const map::DatasetLayer& layer = source.layer();
    ordered_json fields = ordered_json::array();
    for (const map::Field& field : layer.fields)
        fields.push_back({{"name", field.name}, {"type", field.type}});
    ordered_json extent;
    if (const auto degrees = to_degrees(source.extent(), map.crs)) {
        for (const double d : *degrees) extent.push_back(to_7_decimals(d));
    }
    return {{"name", name_of(map, i)},
            {"geometry", layer.geometry},
            {"features", source.size()},
            {"skipped", map.sources[i].skipped},
            {"crs", found_json(layer.crs, "id")},
            {"encoding", found_json(layer.encoding, "name")},
            {"extent", extent},
            {"fields", fields}};
}

ordered_json style_json(const style::StyleLayer& layer) {
    ordered_json drawn = ordered_json::array();
    ordered_json known = ordered_json::array();
    for (const style::PropertyUse& use : layer.properties())
        (use.is_drawn ? drawn : known).push_back(use.name);
    return {{"layer", layer.id()}, {"drawn", drawn}, {"known", known}};
}

std::string joined(const ordered_json& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name.get<std::string>();
    return text;
}

void append_layer(std::string& text, const ordered_json& layer) {
    const auto& extent = layer["extent"];
    text += fmt::format("{}: {}, {} features", layer["name"].get<std::string>(),
                        layer["geometry"].get<std::string>(), layer["features"].get<std::size_t>());
    if (const auto skipped = layer["skipped"].get<std::size_t>())
        text += fmt::format(", {} skipped", skipped);
    text += fmt::format("\n  CRS       {} ({})\n", layer["crs"]["id"].get<std::string>(),
                        layer["crs"]["how"].get<std::string>());
    text += fmt::format("  encoding  {} ({})\n", layer["encoding"]["name"].get<std::string>(),
                        layer["encoding"]["how"].get<std::string>());
    if (!extent.is_null()) {
        text += fmt::format("  extent    {:.5f} {:.5f} {:.5f} {:.5f} (west, south, east, north; WGS 84)\n",
                            extent[0].get<double>(), extent[1].get<double>(), extent[2].get<double>(),
                            extent[3].get<double>());
    }
    text += "  fields    ";
    std::string fields;
    for (const auto& field : layer["fields"]) {
        fields += (fields.empty() ? "" : ", ") + field["name"].get<std::string>() + " " +
                  field["type"].get<std::string>();
    }
    text += (fields.empty() ? "none" : fields) + "\n";
}

}  // namespace

ordered_json info_json(const map::LoadedMap& map) {
    ordered_json info{{"layers", ordered_json::array()},
                      {"problems", ordered_json::array()},
                      {"style", ordered_json::array()}};
    for (std::size_t i = 0; i < map.sources.size(); ++i) info["layers"].push_back(layer_json(map, i));
    for (const Problem& problem : map.problems) {
        info["problems"].push_back({{"severity", name_of(problem.severity)},
                                    {"where", problem.where},
                                    {"message", problem.message}});
    }
    for (const map::DocumentLayer& layer : map.document.layers)
        info["style"].push_back(style_json(layer.style));
    return info;
}

std::string info_text(const map::LoadedMap& map) {
    const ordered_json info = info_json(map);
    std::string text =
        fmt::format("{}\nMap CRS {} ({})\n\n", map.document.name, map.crs.id(), map.crs.name());
    for (const auto& layer : info["layers"]) append_layer(text, layer);
    if (!map.document.path.empty()) {
        text += "\nStyle layers\n";
        for (const auto& layer : info["style"]) {
            text += fmt::format("  {}: drawn {}", layer["layer"].get<std::string>(), joined(layer["drawn"]));
            if (!layer["known"].empty())
                text += fmt::format("; known but not drawn {}", joined(layer["known"]));
            text += "\n";
        }
    }
    text += map.problems.empty() ? "\nNo problems.\n" : "\nProblems\n";
    for (const Problem& problem : map.problems) {
        text += fmt::format("  {}: {}: {}\n", name_of(problem.severity), problem.where, problem.message);
    }
    return text;
}

}  // namespace jinsha::io
