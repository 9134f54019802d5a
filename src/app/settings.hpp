#pragma once

#include "error/error.hpp"
#include "geo/points.hpp"
#include "map/project_filter.hpp"
#include "map/view.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::app {

/// A view that was kept under a name.
struct KeptView {
    std::string name;
    geo::MapPoint center;  // map CRS
    double zoom{};         // the style's
    bool operator==(const KeptView&) const = default;
};

/// How a map was last looked at: what is never "unsaved", and comes back with the map.
struct MapSettings {
    std::optional<geo::MapPoint> center;    // map CRS
    std::optional<double> zoom;             // the style's
    std::map<std::string, bool> visible;    // by layer id, where it is other than the document says
    std::map<std::string, double> opacity;  // by layer id, 0 to 1, where a layer is seen through
    map::ProjectFilter filter;
    std::vector<KeptView> views;
    bool operator==(const MapSettings&) const = default;
};

/// What the program remembers from one start to the next. Each is none until the user has chosen.
struct Settings {
    std::optional<std::string> language;  // "zh", "en"
    std::optional<bool> is_dark;
    std::optional<double> interface_scale;  // 0.5 to 4
    std::optional<bool> reduced_motion;
    std::optional<bool> panels_hidden;
    std::optional<map::ScreenSize> window;    // physical pixels
    std::optional<double> memory_mb;          // that large layers may take, 32 to 65,536
    std::optional<double> cache_mb;           // of all files of the layer cache, 0 to 10,000,000
    std::optional<std::string> cache_folder;  // absolute; none: LayerCache::usual_folder
    std::map<std::string, MapSettings> maps;  // by absolute path of the document
    bool operator==(const Settings&) const = default;
};

/// The settings in a JSON text. The error says what is wrong at which JSON pointer; members that are not
/// known are left alone, as a newer program may have written them.
[[nodiscard]] Result<Settings> parse_settings(std::string_view text);
[[nodiscard]] std::string to_json(const Settings& settings);

/// `$XDG_CONFIG_HOME/jinsha/settings.json`, in `$HOME/.config` without that variable; "" when there is
/// neither.
[[nodiscard]] std::filesystem::path settings_path();

struct LoadedSettings {
    Settings settings;
    std::string trouble;  // "" when all is well: what was damaged, and where it lies now
};

/// No file: nothing has been chosen. A damaged one is set aside beside its place (`settings.json.damaged`),
/// so that nothing of it is lost, and said.
[[nodiscard]] LoadedSettings load_settings(const std::filesystem::path& path);
/// Whole or not at all; makes the folder.
[[nodiscard]] Result<void> save_settings(const std::filesystem::path& path, const Settings& settings);

}  // namespace jinsha::app
