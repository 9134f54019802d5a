#pragma once

#include "app/settings.hpp"
#include "map/view.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace jinsha::app {

/// What `jinsha view` was asked for.
struct WindowOptions {
    std::filesystem::path map;        // a map document or any vector file GDAL reads
    std::filesystem::path resources;  // the folder that holds shaders/ and assets/
    std::string language;             // "zh", "en"; "": by the settings of the desktop
    double interface_scale{};         // physical pixels in a CSS pixel; 0: what the desktop says (Xft.dpi)
    std::optional<map::ScreenSize> size;
    bool is_dark{}, has_panels_hidden{}, has_reduced_motion{};
    std::filesystem::path settings_path;  // where settings are kept; "": nowhere
    LoadedSettings settings;              // as they were found there
    /// Diagnostic output for tests: on every change the file is replaced by one line of JSON that says what
    /// the window shows (view, settled or not, hovered and selected feature, symbols on the screen). Empty:
    /// not written.
    std::filesystem::path state_file;
};

/// Opens the window and stays until it is closed. The map is read in the background, so a map that cannot be
/// opened is told in the window and on stderr, and the window stays. Returns the exit status of the program:
/// 0 when the window was closed, 1 when the map had to be given up, 2 without a display or without OpenGL.
[[nodiscard]] int run_window(const WindowOptions& options);

}  // namespace jinsha::app
