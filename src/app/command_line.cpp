#include "app/command_line.hpp"

#include <CLI/CLI.hpp>

#include <charconv>

#ifndef JINSHA_VERSION
#error "JINSHA_VERSION comes from the build"
#endif

namespace jinsha::app {

namespace {

constexpr int kCannotBeCarriedOut = 2;

std::string check_size(const std::string& text) {
    return read_size(text)
               ? ""
               : "expected WIDTHxHEIGHT in pixels, each from 1 to 65535 and 268 million in all, found \"" +
                     text + "\"";
}

/// The same options stand behind `jinsha` and `jinsha view`.
void add_view_options(CLI::App& app, ViewCommand& view, std::string& window_size) {
    app.add_option("MAP", view.map, "A map document (*.map.json), or any vector file GDAL reads");
    app.add_option("--lang", view.language, "Language of the interface")->check(CLI::IsMember({"zh", "en"}));
    app.add_option("--ui-scale", view.interface_scale, "Size of the interface; 2 for twice the pixels")
        ->check(CLI::Range(0.5, 4.0));
    app.add_option("--window", window_size, "Size of the window, WIDTHxHEIGHT in pixels")->check(check_size);
    app.add_option("--state-file", view.state_file,
                   "Keep a line of JSON there that says what the window shows (for tests)");
}

void add_bench_options(CLI::App& app, BenchCommand& command, std::string& size) {
    app.add_option("MAP", command.map, "A map document (*.map.json), or any vector file GDAL reads")
        ->required();
    app.add_option("--size", size, "WIDTHxHEIGHT of the window in pixels")
        ->check(check_size)
        ->capture_default_str();
    app.add_option("--views", command.views,
                   "Where to jump to: JSON, {\"name\": [west, south, east, north], …} in the map CRS");
    app.add_flag("--json", command.as_json, "As JSON, for machines");
}

}  // namespace

std::optional<map::ScreenSize> read_size(const std::string& text) {
    map::ScreenSize size;
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec != std::errc{} || width.ptr == end || *width.ptr != 'x') return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    if (height.ec != std::errc{} || height.ptr != end) return std::nullopt;
    constexpr int kMost = 65'535;
    constexpr long kMostPixels = 1L << 28;  // a gigabyte of pixels
    if (size.width < 1 || size.width > kMost || size.height < 1 || size.height > kMost) return std::nullopt;
    if (static_cast<long>(size.width) * size.height > kMostPixels) return std::nullopt;
    return size;
}

Command read_command_line(int argc, const char* const* argv) {
    CLI::App app{"Jinsha (金沙): a desktop map of district projects", "jinsha"};
    app.set_version_flag("--version", "jinsha " JINSHA_VERSION);
    app.footer(
        "Without a command the map opens in a window; without a MAP it is the West District of Panzhihua.\n"
        "Exit status: 0 done, 1 the input has faults, 2 the command could not be carried out.");

    ViewCommand view;
    std::string window_size;
    add_view_options(app, view, window_size);
    auto* view_app = app.add_subcommand("view", "Open a map in a window");
    add_view_options(*view_app, view, window_size);

    ExportCommand picture;
    ExportTexts picture_texts;
    auto* export_app = app.add_subcommand("export", "Write a map to pictures and pages; needs no display");
    add_export_options(*export_app, picture, picture_texts);

    InfoCommand info;
    auto* info_app =
        app.add_subcommand("info", "Tell layers, fields, CRS, encoding, extent, counts and problems");
    info_app->add_option("MAP", info.map, "A map document (*.map.json), or any vector file GDAL reads")
        ->required();
    info_app->add_flag("--json", info.as_json, "As JSON, for machines");

    BenchCommand bench;
    std::string bench_size{"1920x1080"};
    auto* bench_app = app.add_subcommand("bench", "Time the window on a fixed camera path; needs a display");
    add_bench_options(*bench_app, bench, bench_size);

    AddCommand add;
    auto* add_app =
        app.add_subcommand("add",
                           "Add features to a GeoJSON file; everything else in it keeps its bytes. They are "
                           "checked as by 'check': errors refuse them, warnings are told");
    add_app->add_option("FEATURES", add.features, "GeoJSON with the features; - for standard input")
        ->required();
    add_app->add_option("--to", add.to, "The GeoJSON file to add them to")->required();

    CheckCommand check;
    auto* check_app = app.add_subcommand("check", "Tell the faults of GeoJSON files and map documents");
    check_app->add_option("FILE", check.files, "GeoJSON files, and map documents with the files they name")
        ->required();
    check_app->add_flag("--fix", check.fixes, "Mend what can be mended without harm; all other bytes stay");
    check_app->add_flag("--json", check.as_json, "As JSON, for machines");

    auto* cache_app =
        app.add_subcommand("cache", "The layer cache, which keeps large layers ready to be drawn");
    cache_app->require_subcommand(1);
    cache_app->add_subcommand("list", "Tell which layers it keeps, and how much room they take");
    auto* clear_app =
        cache_app->add_subcommand("clear", "Remove them; they are read again when they are opened");
    app.require_subcommand(0, 1);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& complaint) {
        return Finished{app.exit(complaint) == 0 ? 0 : kCannotBeCarriedOut};
    }
    if (*export_app) {
        take_texts(*export_app, picture_texts, picture);
        return picture;
    }
    if (*info_app) return info;
    if (*add_app) return add;
    if (*check_app) return check;
    if (*bench_app) {
        bench.size = *read_size(bench_size);
        return bench;
    }
    if (*cache_app) return CacheCommand{clear_app->parsed()};
    if (!window_size.empty()) view.window = read_size(window_size);
    return view;
}

}  // namespace jinsha::app
