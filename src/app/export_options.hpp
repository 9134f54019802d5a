#pragma once

#include "geo/points.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace jinsha::app {

/// One part of --filter: a field, or "theme" or "phase", and the values that are let through.
struct FieldFilter {
    std::string field;
    std::vector<std::string> values;
    bool operator==(const FieldFilter&) const = default;
};

/// `jinsha export MAP -o FILE`
struct ExportCommand {
    std::filesystem::path map;
    std::filesystem::path output;  // a file; with each_feature its name gets a number behind it
    std::string size;              // as print::read_page_size reads it; "": the document's page
    double dpi{96};

    std::optional<std::array<double, 4>> bbox;  // west, south, east, north, WGS 84
    std::optional<geo::LonLat> center;
    std::optional<double> zoom, scale;  // scale: N of 1:N
    std::string extent_of;              // id of a style layer or source to show whole
    std::string feature;                // "LAYER/ID" to show

    std::vector<std::string> layers;  // ids to draw; empty: those the document shows
    std::vector<FieldFilter> filter;

    std::optional<std::string> title, subtitle;
    bool has_no_furniture{}, has_legend_counts{};
    std::string legend, grid;          // "" as the document says
    std::vector<std::string> without;  // names as in jinsha:page/furniture

    std::filesystem::path each_layer;  // a folder
    std::string each_feature;          // id of a style layer or source, or "projects"
    std::string format{"png"};         // of the files of each_layer

    std::string theme{"light"}, language{"zh"};
    bool has_world_file{};
};

/// What of the command line must still be read once all options are known.
struct ExportTexts {
    std::vector<double> bbox, center;
    std::string scale, title, subtitle;
    std::vector<std::string> filter;
};

void add_export_options(CLI::App& app, ExportCommand& command, ExportTexts& texts);
/// Puts what the options hold as text into the command.
void take_texts(const CLI::App& app, const ExportTexts& texts, ExportCommand& command);

/// "1:50000" or "50000", any number greater than 0.
[[nodiscard]] std::optional<double> read_scale(std::string text);
/// "theme=industry|energy".
[[nodiscard]] std::optional<FieldFilter> read_filter(const std::string& text);

}  // namespace jinsha::app
