#include "map/map_document.hpp"

#include "map/document_json.hpp"
#include "map/document_metadata.hpp"
#include "map/document_sources.hpp"
#include "map/document_value.hpp"
#include "map/document_variants.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace jinsha::map {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 20> kRootKeys{
    "version", "name",       "metadata",   "center", "centerAltitude", "zoom",    "bearing", "pitch",
    "roll",    "state",      "light",      "sky",    "projection",     "terrain", "sources", "sprite",
    "glyphs",  "font-faces", "transition", "layers"};
/// Known to the specification, and would change the picture; the others of them change nothing on a flat map.
constexpr std::array<std::string_view, 8> kNotDrawn{"bearing", "pitch",   "roll",   "light",
                                                    "sky",     "terrain", "sprite", "state"};

/// The faults that leave no document at all.
std::optional<Error> refusal(const Json& json) {
    if (!json.is_object()) return Error{"expected a map document, an object with sources and layers"};
    const auto version = json.find("version");
    if (version == json.end()) return Error{"this is no map document: expected \"version\": 8, found none"};
    if (*version != 8) {
        return Error{fmt::format("/version: expected 8, found {}",
                                 version->is_structured() ? "something else" : version->dump())};
    }
    const auto sources = json.find("sources");
    if (sources == json.end() || !sources->is_object())
        return Error{"/sources: expected an object of sources"};
    const auto layers = json.find("layers");
    if (layers == json.end() || !layers->is_array()) return Error{"/layers: expected a list of layers"};
    return std::nullopt;
}

void report_undrawn(const DocumentValue& root) {
    for (const auto& [key, value] : root.members()) {
        if (std::find(kRootKeys.begin(), kRootKeys.end(), key) == kRootKeys.end()) {
            value.report(Severity::Warning, "the style specification knows no such key");
        } else if (std::find(kNotDrawn.begin(), kNotDrawn.end(), key) != kNotDrawn.end() &&
                   value.json() != 0) {
            value.report(Severity::Warning, "this is known but not drawn");
        }
    }
}

std::optional<geo::LonLat> read_center(const DocumentValue& value) {
    const Json& json = value.json();
    const auto is_within = [&](std::size_t i, double limit) {
        return json[i].is_number() && std::abs(json[i].get<double>()) <= limit;
    };
    if (json.is_array() && json.size() == 2 && is_within(0, 180) && is_within(1, 90)) {
        return geo::LonLat{json[0].get<double>(), json[1].get<double>()};
    }
    value.report_unexpected("[longitude, latitude] in degrees");
    return std::nullopt;
}

std::optional<double> read_zoom(const DocumentValue& value) {
    constexpr double kMaxZoom = 24;
    const auto zoom = value.number();
    if (zoom && *zoom >= 0 && *zoom <= kMaxZoom) return zoom;
    if (zoom) value.report_unexpected(fmt::format("a zoom from 0 to {}", kMaxZoom));
    return std::nullopt;
}

/// The error of a style layer as a problem: it begins with the pointer of its place.
Problem left_out(const Error& error, const std::string& layer_pointer) {
    const std::string& text = error.message();
    const std::size_t colon =
        text.starts_with(layer_pointer) ? text.find(": ", layer_pointer.size()) : text.npos;
    const bool has_place = colon != text.npos;
    return {Severity::Error, has_place ? text.substr(0, colon) : layer_pointer,
            (has_place ? text.substr(colon + 2) : text) + "; the layer is left out"};
}

/// The layer, unless it cannot be read or has no source to draw from.
std::optional<DocumentLayer> read_layer(const DocumentValue& value, const MapDocument& document) {
    auto style = style::StyleLayer::parse(value.json(), value.pointer(), value.problems());
    if (!style) {
        value.problems().push_back(left_out(style.error(), value.pointer()));
        return std::nullopt;
    }
    if (style->type() != style::LayerType::Background && !document.source(style->source())) {
        value.problems().push_back(
            {Severity::Error, child_pointer(value.pointer(), "source"),
             fmt::format("there is no source '{}' to draw from; the layer is left out", style->source())});
        return std::nullopt;
    }
    LayerMetadata metadata = read_layer_metadata(value.member("metadata"), style->id());
    return DocumentLayer{std::move(*style), std::move(metadata)};
}

void read_layers(const DocumentValue& layers, MapDocument& document) {
    std::set<std::string> ids;
    for (const DocumentValue& value : layers.elements()) {
        auto layer = read_layer(value, document);
        if (!layer) continue;
        if (!ids.insert(layer->style.id()).second) {
            value.report(Severity::Error,
                         fmt::format("a layer before has the same id '{}'", layer->style.id()));
        }
        document.layers.push_back(std::move(*layer));
    }
}

void move_inline_data(Json& json, MapDocument& document) {
    for (SourceSpec& source : document.sources) {
        if (source.kind == SourceSpec::Kind::GeoJsonInline)
            source.data = std::move(json["sources"][source.id]["data"]);
    }
}

void put_file_before(std::vector<Problem>& problems, const std::string& file) {
    for (Problem& problem : problems) {
        problem.where = problem.where.empty() ? file : fmt::format("{}: {}", file, problem.where);
    }
}

}  // namespace

LocalizedText FieldSpec::label_of(std::string_view value) const {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const FieldValue& v) { return v.value == value; });
    return found == values.end() ? LocalizedText::of(std::string{value}) : found->label;
}

const FieldSpec* SourceSpec::field(std::string_view field_name) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const FieldSpec& f) { return f.name == field_name; });
    return found == fields.end() ? nullptr : &*found;
}

const style::StyleLayer& DocumentLayer::style_for(const MapLook& look) const {
    const auto found = std::find_if(variants.begin(), variants.end(),
                                    [&](const Variant& variant) { return variant.look == look; });
    return found == variants.end() ? style : found->style;
}

const SourceSpec* MapDocument::source(std::string_view id) const {
    const auto found =
        std::find_if(sources.begin(), sources.end(), [&](const SourceSpec& s) { return s.id == id; });
    return found == sources.end() ? nullptr : &*found;
}

Result<MapDocument> parse_map_document(std::string text, std::filesystem::path path) {
    const std::string file = path.string();
    const auto in_file = [&](const Error& error) { return file.empty() ? error : error.in(file); };
    MapDocument document;
    Result<Json> json = parse_document_json(text, document.problems);
    if (!json) return tl::make_unexpected(in_file(json.error()));
    if (const auto error = refusal(*json)) return tl::make_unexpected(in_file(*error));

    const DocumentValue root{*json, "", document.problems};
    report_undrawn(root);
    document.name = root.string_or("name", path.stem().stem().string());  // town.map.json: "town"
    document.title = LocalizedText::of(document.name);
    if (const auto center = root.member("center")) document.center = read_center(*center);
    if (const auto zoom = root.member("zoom")) document.zoom = read_zoom(*zoom);
    document.sources = read_sources(*root.member("sources"));
    if (const auto metadata = root.member("metadata")) read_root_metadata(*metadata, document);
    read_layers(*root.member("layers"), document);
    read_variants(root, document);

    move_inline_data(*json, document);
    if (!file.empty()) put_file_before(document.problems, file);
    document.text = std::move(text);
    document.path = std::move(path);
    return document;
}

}  // namespace jinsha::map
