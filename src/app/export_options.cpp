#include "app/export_options.hpp"

#include "map/page_surround.hpp"
#include "print/page_size.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace jinsha::app {

namespace {

std::string check_scale(const std::string& text) {
    return read_scale(text) ? "" : "expected 1:N, such as 1:50000, found \"" + text + "\"";
}

std::string check_filter(const std::string& text) {
    return read_filter(text) ? "" : "expected FIELD=VALUE or FIELD=VALUE|VALUE, found \"" + text + "\"";
}

void add_area_options(CLI::App& app, ExportCommand& command, ExportTexts& texts) {
    auto* bbox = app.add_option("--bbox", texts.bbox, "west,south,east,north to show, WGS 84 degrees")
                     ->delimiter(',')
                     ->expected(4);
    auto* center =
        app.add_option("--center", texts.center, "longitude,latitude of the middle, WGS 84 degrees")
            ->delimiter(',')
            ->expected(2)
            ->excludes(bbox);
    auto* extent = app.add_option("--extent", command.extent_of, "Show all of this layer or source")
                       ->excludes(bbox)
                       ->excludes(center);
    app.add_option("--feature", command.feature, "Show this feature: LAYER/ID")
        ->excludes(bbox)
        ->excludes(center)
        ->excludes(extent);
    auto* zoom = app.add_option("--zoom", command.zoom, "Zoom as in the style specification")
                     ->check(CLI::Range(0.0, 24.0));
    app.add_option("--scale", texts.scale, "1:N, exact on the ground in the middle of the page")
        ->check(check_scale)
        ->excludes(zoom);
}

std::vector<std::string> furniture_names() {
    std::vector<std::string> names;
    for (const map::FurnitureSwitch& one : map::kFurnitureSwitches) names.emplace_back(one.name);
    return names;
}

void add_furniture_options(CLI::App& app, ExportCommand& command, ExportTexts& texts) {
    app.add_option("--title", texts.title, "Instead of the document's");
    app.add_option("--subtitle", texts.subtitle, "Instead of the document's");
    app.add_flag("--no-furniture", command.has_no_furniture, "The map alone, to the edges");
    app.add_option("--legend", command.legend, "Where the legend stands")
        ->check(CLI::IsMember({"auto", "beside", "under", "off"}));
    app.add_flag("--legend-counts", command.has_legend_counts, "How many features of each class there are");
    app.add_option("--grid", command.grid, "Grid of kilometres or degrees")
        ->check(CLI::IsMember({"projected", "degrees", "off"}));
    app.add_option("--without", command.without, "What is left out round the map")
        ->delimiter(',')
        ->check(CLI::IsMember(furniture_names()));
}

}  // namespace

void add_export_options(CLI::App& app, ExportCommand& command, ExportTexts& texts) {
    app.add_option("MAP", command.map, "A map document (*.map.json), or any vector file GDAL reads")
        ->required();
    auto* output =
        app.add_option("-o,--output", command.output, "The file to write: .png, .pdf, .svg or .tif");
    app.add_option(
        "--size", command.size,
        "A0 to A5 with -landscape or -portrait, 297x210mm, or 1920x1080 pixels; else the document's");
    app.add_option("--dpi", command.dpi, "Density of pictures; 192 draws everything twice as large in pixels")
        ->check(CLI::Range(24.0, 2400.0))
        ->capture_default_str();
    add_area_options(app, command, texts);
    app.add_option("--layers", command.layers,
                   "Ids of the style layers to draw, in the order of the document")
        ->delimiter(',');
    app.add_option("--filter", texts.filter,
                   "theme=…,phase=… or any field; several values with | between them")
        ->delimiter(',')
        ->check(check_filter);
    add_furniture_options(app, command, texts);
    auto* each_layer = app.add_option("--each-layer", command.each_layer,
                                      "A picture of each layer of projects into this folder");
    app.add_option("--format", command.format, "Of the pictures of --each-layer")
        ->check(CLI::IsMember({"png", "pdf", "svg", "tif"}))
        ->capture_default_str();
    app.add_option("--each-feature", command.each_feature,
                   "A page of each feature of this layer or source, or of all projects")
        ->excludes(each_layer);
    output->excludes(each_layer);
    app.add_option("--theme", command.theme, "Colours")->check(CLI::IsMember({"light", "dark"}));
    app.add_option("--lang", command.language, "Language of the page")->check(CLI::IsMember({"zh", "en"}));
    app.add_flag("--world-file", command.has_world_file, "Write a .pgw beside a .png");
    app.callback([output, each_layer] {
        if (output->empty() && each_layer->empty()) throw CLI::RequiredError("--output");
    });
}

void take_texts(const CLI::App& app, const ExportTexts& texts, ExportCommand& command) {
    if (texts.bbox.size() == 4) {
        command.bbox.emplace();
        std::ranges::copy(texts.bbox, command.bbox->begin());
    }
    if (texts.center.size() == 2) command.center = geo::LonLat{texts.center[0], texts.center[1]};
    command.scale = read_scale(texts.scale);
    for (const std::string& part : texts.filter) command.filter.push_back(*read_filter(part));
    if (app.count("--title") > 0) command.title = texts.title;
    if (app.count("--subtitle") > 0) command.subtitle = texts.subtitle;
}

std::optional<double> read_scale(std::string text) {
    if (text.starts_with("1:")) text.erase(0, 2);
    double denominator{};
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, denominator);
    if (read.ec != std::errc{} || read.ptr != end || !(denominator > 0) || !std::isfinite(denominator))
        return std::nullopt;
    return denominator;
}

std::optional<FieldFilter> read_filter(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos) return std::nullopt;
    FieldFilter filter{text.substr(0, equals), {}};
    for (std::size_t begin = equals + 1; begin <= text.size();) {
        const std::size_t end = std::min(text.find('|', begin), text.size());
        filter.values.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return filter;
}

}  // namespace jinsha::app
