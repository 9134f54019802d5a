#pragma once

#include "geo/points.hpp"
#include "map/map_document.hpp"
#include "map/view.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace jinsha::app {

/// `jinsha [view] [MAP]`
struct ViewCommand {
    std::filesystem::path map;  // empty: the bundled one
    std::string language;       // "zh", "en"; "": Chinese
    double interface_scale{};   // physical pixels in a CSS pixel; 0: what the desktop says (Xft.dpi)
    std::optional<map::ScreenSize> window;
    std::filesystem::path state_file;  // where the state of the window is written for tests; empty: nowhere
};

/// `jinsha export MAP -o FILE`
struct ExportCommand {
    std::filesystem::path map;
    std::filesystem::path output;
    map::ScreenSize size{1280, 800};
    double dpi{96};
    std::optional<std::array<double, 4>> bbox;  // west, south, east, north, WGS 84
    std::optional<geo::LonLat> center;
    std::optional<double> zoom;
    map::MapLook look;
    std::vector<std::string> layers;  // ids to draw; empty: those the document shows
};

/// `jinsha info MAP`
struct InfoCommand {
    std::filesystem::path map;
    bool as_json{};
};

/// `jinsha bench MAP`
struct BenchCommand {
    std::filesystem::path map;
    map::ScreenSize size{1920, 1080};
    std::filesystem::path
        views;  // named boxes in the map CRS; empty: the whole map, a twentieth, a thousandth
    bool as_json{};
};

/// `jinsha add FEATURES --to FILE`
struct AddCommand {
    std::filesystem::path features;  // "-": standard input
    std::filesystem::path to;
};

/// `jinsha cache list|clear`
struct CacheCommand {
    bool clears{};  // else it lists
};

/// The command line is read and there is nothing left to do: `status` is the program's exit status.
struct Finished {
    int status{};
};

using Command =
    std::variant<ViewCommand, ExportCommand, InfoCommand, AddCommand, BenchCommand, CacheCommand, Finished>;

/// Reads the command line; prints help, version and complaints itself.
[[nodiscard]] Command read_command_line(int argc, const char* const* argv);

/// "1920x1080", both from 1 to 65,535 and 2^28 pixels in all.
[[nodiscard]] std::optional<map::ScreenSize> read_size(const std::string& text);

}  // namespace jinsha::app
