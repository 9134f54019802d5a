#pragma once

#include "error/error.hpp"
#include "error/problem.hpp"
#include "geo/points.hpp"
#include "style/style_layer.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::map {

/// A source of the document: GeoJSON (a path relative to the document, or inline), or a dataset GDAL opens.
struct SourceSpec {
    enum class Kind { GeoJsonFile, GeoJsonInline, GdalDataset };
    std::string id;
    Kind kind{Kind::GeoJsonFile};
    std::string location;         // path or dataset name as written, without "gdal:"; "" for inline
    nlohmann::ordered_json data;  // inline GeoJSON
    std::string title;            // jinsha:sources.<id>.title, else the id
    std::string crs, encoding;    // overrides from jinsha:sources.<id>; "" where none
    std::string attribution;
};

/// What `metadata` of a style layer says to Jinsha.
struct LayerMetadata {
    std::string title;  // jinsha:title, else the layer's id
    std::string group;  // jinsha:group, "" without
    bool has_popup{};   // jinsha:popup: a click on its features opens a card
    bool in_legend{true};
};

struct DocumentLayer {
    style::StyleLayer style;
    LayerMetadata metadata;
};

/// jinsha:projects — what is shown, filtered and searched as one.
struct ProjectsSpec {
    std::vector<std::string> sources;
    std::string theme_field, phase_field;
};

/// A map document: a MapLibre style, version 8, read and checked. A value.
struct MapDocument {
    std::filesystem::path path;  // "" for a generated one
    std::string text;            // as read; what an unchanged document is saved as
    std::string name;
    std::string crs{"EPSG:3857"};  // jinsha:crs
    std::optional<geo::LonLat> center;
    std::optional<double> zoom;
    std::optional<std::array<double, 4>> home;  // jinsha:home: west, south, east, north, WGS 84 degrees
    std::vector<SourceSpec> sources;
    std::vector<DocumentLayer> layers;  // bottom first
    std::optional<ProjectsSpec> projects;
    nlohmann::ordered_json metadata;  // the root's, whole
    std::vector<Problem> problems;    // of the document itself
};

/// Reads the text of a document. An error when it is no JSON (line and column), or no style of version 8;
/// everything smaller is a problem of the result. `path` is for messages and relative sources.
[[nodiscard]] Result<MapDocument> parse_map_document(std::string text, std::filesystem::path path);

}  // namespace jinsha::map
