#pragma once

#include "error/error.hpp"
#include "error/problem.hpp"
#include "geo/points.hpp"
#include "map/localized_text.hpp"
#include "style/style_layer.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::map {

/// A value that a field may have, and what it is called.
struct FieldValue {
    std::string value;
    LocalizedText label;
    bool operator==(const FieldValue&) const = default;
};

/// What the document says of a field of a source. `type` as in `map::Field`; values empty: anything goes.
struct FieldSpec {
    std::string name;
    LocalizedText label;  // else the name
    std::string type{"string"};
    std::vector<FieldValue> values;

    /// What a value is called; the value itself when the document does not say.
    [[nodiscard]] LocalizedText label_of(std::string_view value) const;
};

/// A source of the document: GeoJSON (a path relative to the document, or inline), or a dataset GDAL opens.
struct SourceSpec {
    enum class Kind { GeoJsonFile, GeoJsonInline, GdalDataset };
    std::string id;
    Kind kind{Kind::GeoJsonFile};
    std::string location;         // path or dataset name as written, without "gdal:"; "" for inline
    bool needs_permission{};      // remote, a database, or a file outside of the document's folder
    nlohmann::ordered_json data;  // inline GeoJSON
    std::string attribution;
    LocalizedText title;               // jinsha:sources.<id>.title, else the id
    std::string crs, datum, encoding;  // overrides from jinsha:sources.<id>; "" where none
    std::vector<FieldSpec> fields;     // jinsha:sources.<id>.fields, then those of jinsha:projects

    /// Null when the document says nothing of that field.
    [[nodiscard]] const FieldSpec* field(std::string_view name) const;
};

/// The card of a feature: which fields it shows. Each name of a field may differ by language.
struct PopupSpec {
    LocalizedText title;                // field of the title; empty: found by the program
    std::vector<LocalizedText> fields;  // in this order; empty: all
    bool operator==(const PopupSpec&) const = default;
};

/// What `metadata` of a style layer says to Jinsha. Layers with the same group and title are one row of the
/// layer list.
struct LayerMetadata {
    LocalizedText title;             // jinsha:title, else the layer's id
    LocalizedText group;             // jinsha:group, empty without
    std::optional<PopupSpec> popup;  // jinsha:popup: a click on its features opens a card
    bool in_legend{true};            // jinsha:legend is not false
    LocalizedText legend;            // jinsha:legend as text, else the title
};

/// In which of its looks a map is shown.
struct MapLook {
    bool is_dark{};
    std::string language{"zh"};  // of labels: "zh" or "en"
    bool operator==(const MapLook&) const = default;
};

struct DocumentLayer {
    style::StyleLayer style;  // as it is written: light, its labels in the fields that it names
    LayerMetadata metadata;
    struct Variant {
        MapLook look;
        style::StyleLayer style;
    };
    std::vector<Variant> variants{};  // looks that differ from it

    [[nodiscard]] const style::StyleLayer& style_for(const MapLook& look) const;
};

/// jinsha:projects — what is shown, filtered and searched as one.
struct ProjectsSpec {
    std::vector<std::string> sources;
    LocalizedText title_field, fact_field;  // names of fields, by language; empty where not given
    std::string theme_field, phase_field, quality_field;
    std::string outline_source, outline_field;  // the source whose `outline_field` holds the id of a project
};

/// jinsha:page — what a page says round the map.
struct PageSpec {
    enum class Orientation { Landscape, Portrait };
    LocalizedText title, subtitle, source;
    std::string size{"A4"};  // "A0" to "A5"
    Orientation orientation{Orientation::Landscape};
    bool operator==(const PageSpec&) const = default;
};

/// A map document: a MapLibre style, version 8, read and checked. A value.
struct MapDocument {
    std::filesystem::path path;  // "" for a generated one
    std::string text;            // as read; what an unchanged document is saved as
    std::string name;
    LocalizedText title;           // jinsha:title, else the name
    std::string date;              // jinsha:date, of the data: "2021-09-14"; "": not known
    std::string crs{"EPSG:3857"};  // jinsha:crs
    std::optional<geo::LonLat> center;
    std::optional<double> zoom;
    std::optional<std::array<double, 4>> home;  // jinsha:home: west, south, east, north, WGS 84 degrees
    std::vector<SourceSpec> sources;
    std::vector<DocumentLayer> layers;  // bottom first
    std::optional<ProjectsSpec> projects;
    std::optional<PageSpec> page;
    std::string indicators;           // jinsha:indicators: file of figures beside the document; "" without
    nlohmann::ordered_json metadata;  // the root's, whole
    std::vector<Problem> problems;    // of the document itself

    /// Null when there is none of this id.
    [[nodiscard]] const SourceSpec* source(std::string_view id) const;
};

/// Reads the text of a document. An error when it is no JSON (line and column, both from 1), nested deeper
/// than 256 levels or larger than 64 MB, or no style of version 8; everything smaller is a problem of the
/// result, with the JSON pointer of its place. `path` is for messages and says whether a source lies in the
/// document's folder; nothing is opened.
[[nodiscard]] Result<MapDocument> parse_map_document(std::string text, std::filesystem::path path);

}  // namespace jinsha::map
