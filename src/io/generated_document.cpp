#include "io/generated_document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <string_view>

namespace jinsha::io {

namespace {

using nlohmann::ordered_json;

/// Quiet, distinct and safe for colour-blind readers; a dataset's layers take them in turn.
struct LayerColors {
    const char* fill;
    const char* line;
};
constexpr std::array kPalette{LayerColors{"#CFE4E4", "#1F6F78"}, LayerColors{"#E9DCC6", "#7A5C3E"},
                              LayerColors{"#D7E6CB", "#5B7A1C"}, LayerColors{"#E6D9EE", "#6A51A3"},
                              LayerColors{"#F4E2B8", "#946C00"}, LayerColors{"#F0D6DF", "#B0457B"}};

constexpr const char* kText = "#22302E";
constexpr const char* kHalo = "rgba(255,255,255,0.9)";

// Fields that name a feature, the likeliest first; compared without regard to case.
constexpr std::array<std::string_view, 12> kNameFields{"name_zh",  "name",    "名称",  "项目名称",
                                                       "mc",       "xmmc",    "title", "标题",
                                                       "name_chn", "name_en", "label", "dlmc"};

std::string lower(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return result;
}

/// "" where no field looks like a name.
std::string name_field(const map::DatasetLayer& layer) {
    for (const std::string_view wanted : kNameFields) {
        for (const map::Field& field : layer.fields) {
            if (lower(field.name) == wanted) return field.name;
        }
    }
    return "";
}

bool is_in_china(double lon_deg, double lat_deg) {
    return lon_deg >= 73 && lon_deg <= 136 && lat_deg >= 3 && lat_deg <= 54;
}

/// The start of a style layer: what all of them have.
ordered_json style_layer(const LayerSummary& summary, const char* type) {
    ordered_json layer;
    layer["id"] = summary.layer.name + "-" + type;
    layer["type"] = type;
    layer["metadata"]["jinsha:title"] = summary.layer.name;
    const std::string name = name_field(summary.layer);
    layer["metadata"]["jinsha:popup"] = name.empty() ? ordered_json::object() : ordered_json{{"title", name}};
    layer["source"] = kDataSourceId;
    layer["source-layer"] = summary.layer.name;
    return layer;
}

bool declares_its_kind(const LayerSummary& summary) {
    const std::string& declared = summary.layer.geometry;
    return declared != "Mixed" && declared != "None";
}

/// Whether a layer may hold that kind of geometry ("Point", "LineString", "Polygon"), by what it declares.
/// One that has no features yet ("None") may hold any.
bool may_hold(const LayerSummary& summary, std::string_view kind) {
    return !declares_its_kind(summary) || summary.layer.geometry.find(kind) != std::string::npos;
}

/// Keeps to one kind of geometry, where the layer has several: asking every feature takes its time.
void keep_to(ordered_json& layer, const LayerSummary& summary, const std::string& kind) {
    if (declares_its_kind(summary)) return;
    layer["filter"] = {"match", {"geometry-type"}, {kind, "Multi" + kind}, true, false};
}

/// The zoom at which neighbouring features are `px` CSS pixels apart, if they cover the extent of their layer
/// evenly; so wide are then areas that fill it. None where that is not known.
std::optional<double> zoom_of_spacing(const LayerSummary& summary, double px) {
    constexpr double kMetresPerDegree = 111'320;
    if (summary.extent.is_empty() || summary.features == 0) return std::nullopt;
    const double latitude =
        summary.crs.is_geographic() ? summary.extent.center().y * std::numbers::pi / 180 : 0;
    const double metres = summary.crs.is_geographic() ? kMetresPerDegree : summary.crs.unit_metres();
    const double area = summary.extent.width() * std::cos(latitude) * summary.extent.height();
    const double size_m = metres * std::sqrt(area / static_cast<double>(summary.features));
    if (!(size_m > 0)) return std::nullopt;
    return std::log2(40'075'016.686 / 512 * px / size_m);
}

/// The same as a zoom that a document may name, in quarters; 0 where it is not known.
double minzoom_of_spacing(const LayerSummary& summary, double px) {
    return std::clamp(std::round(4 * zoom_of_spacing(summary, px).value_or(0)) / 4, 0.0, 20.0);
}

void add_fill(ordered_json& layers, const LayerSummary& summary, const LayerColors& colors) {
    ordered_json fill = style_layer(summary, "fill");
    keep_to(fill, summary, "Polygon");
    fill["paint"] = {
        {"fill-color", colors.fill}, {"fill-opacity", 0.75}, {"fill-outline-color", colors.line}};
    // Outlines of parcels of a few pixels would be all there is to see, so they come with the size.
    if (const double zoom = minzoom_of_spacing(summary, 12); zoom > 2) {
        fill["paint"]["fill-outline-color"] = {"interpolate", {"linear"}, {"zoom"},   zoom - 1.5,
                                               colors.fill,   zoom,       colors.line};
    }
    layers.push_back(std::move(fill));
}

void add_line(ordered_json& layers, const LayerSummary& summary, const LayerColors& colors) {
    ordered_json line = style_layer(summary, "line");
    keep_to(line, summary, "LineString");
    line["layout"] = {{"line-cap", "round"}, {"line-join", "round"}};
    line["paint"] = {{"line-color", colors.line}, {"line-width", 1.6}};
    layers.push_back(std::move(line));
}

/// A length in CSS pixels that follows how far points are apart, so that many of them are grains, and few of
/// them discs. @param lengths  at a spacing of 4, 12 and 40 px
ordered_json by_spacing(const LayerSummary& summary, const std::array<double, 3>& lengths) {
    // A place or two are points that have all the room they need.
    const auto zoom = summary.features > 1 ? zoom_of_spacing(summary, 4) : std::nullopt;
    if (!zoom) return lengths.back();
    return {"interpolate", {"linear"},
            {"zoom"},      *zoom,
            lengths[0],    *zoom + std::log2(12.0 / 4),
            lengths[1],    *zoom + std::log2(40.0 / 4),
            lengths[2]};
}

void add_circle(ordered_json& layers, const LayerSummary& summary, const LayerColors& colors) {
    ordered_json circle = style_layer(summary, "circle");
    keep_to(circle, summary, "Point");
    circle["paint"] = {{"circle-color", colors.line},
                       {"circle-radius", by_spacing(summary, {1.2, 2.5, 5})},
                       {"circle-stroke-color", "#FFFFFF"},
                       // Where points lie side by side, white rims would be all there is to see.
                       {"circle-stroke-width", by_spacing(summary, {0, 0.4, 1.2})}};
    layers.push_back(std::move(circle));
}

void add_labels(ordered_json& layers, const LayerSummary& summary) {
    const std::string name = name_field(summary.layer);
    if (name.empty()) return;
    ordered_json labels = style_layer(summary, "symbol");
    labels["metadata"]["jinsha:legend"] = false;
    constexpr std::size_t kFew = 500;
    if (summary.features > kFew) labels["minzoom"] = minzoom_of_spacing(summary, 40);
    labels["layout"] = {{"text-field", {"to-string", {"get", name}}},
                        {"text-font", {"Noto Sans CJK SC Regular"}},
                        {"text-size", 12},
                        {"text-max-width", 9},
                        {"text-padding", 4}};
    // A point's label stands beside it, an area's in its middle; along a line it would cross the line.
    if (summary.layer.geometry.find("Polygon") == std::string::npos) {
        labels["layout"]["text-variable-anchor"] = {"top", "bottom", "left", "right"};
        labels["layout"]["text-offset"] = {0.6, 0.6};
    }
    labels["paint"] = {{"text-color", kText}, {"text-halo-color", kHalo}, {"text-halo-width", 1.6}};
    layers.push_back(std::move(labels));
}

}  // namespace

std::string map_crs_for(const std::vector<LayerSummary>& layers) {
    constexpr const char* kEverywhere = "EPSG:3857";
    constexpr double kWidestDeg = 9;
    const auto drawn = std::find_if(layers.begin(), layers.end(),
                                    [](const LayerSummary& l) { return l.layer.geometry != "None"; });
    if (drawn == layers.end()) return kEverywhere;
    if (drawn->crs.is_projected()) return drawn->crs.id().empty() ? drawn->crs.definition() : drawn->crs.id();
    if (!drawn->crs.is_geographic() || drawn->extent.is_empty() || drawn->extent.width() > kWidestDeg) {
        return kEverywhere;
    }
    const geo::MapPoint center = drawn->extent.center();
    if (!is_in_china(center.x, center.y)) return kEverywhere;
    const int zone =
        std::clamp(static_cast<int>(std::lround(center.x / 3)), 25, 45);  // 75 to 135 degrees east
    return "EPSG:" + std::to_string(4534 + zone - 25);
}

std::string generate_document(const std::filesystem::path& path, const std::vector<LayerSummary>& layers) {
    ordered_json document;
    document["version"] = 8;
    document["name"] = path.stem().string();
    document["metadata"] = {{"jinsha:version", 1}, {"jinsha:crs", map_crs_for(layers)}};
    document["sources"][kDataSourceId] = {{"type", "vector"}, {"url", "gdal:" + path.filename().string()}};
    document["layers"] = ordered_json::array();
    auto& drawn = document["layers"];
    drawn.push_back(
        {{"id", "background"}, {"type", "background"}, {"paint", {{"background-color", "#F7F5F0"}}}});

    // Areas below lines below points below labels, whatever the order of the dataset's layers.
    const auto colors = [](std::size_t i) { return kPalette[i % kPalette.size()]; };
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (may_hold(layers[i], "Polygon")) add_fill(drawn, layers[i], colors(i));
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (may_hold(layers[i], "LineString")) add_line(drawn, layers[i], colors(i));
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (may_hold(layers[i], "Point")) add_circle(drawn, layers[i], colors(i));
    for (const LayerSummary& layer : layers) add_labels(drawn, layer);
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace jinsha::io
