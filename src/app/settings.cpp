#include "app/settings.hpp"

#include "io/atomic_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace jinsha::app {

namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr std::size_t kMostMaps = 100;  // of older ones the view is forgotten
constexpr double kSmallestScale = 0.5, kLargestScale = 4;

/// Reads members of one object; the first that is not what it should be ends it.
class Reader {
public:
    Reader(const Json& object, std::string pointer) : object_{object}, pointer_{std::move(pointer)} {}

    template <class T, class Check>
    Reader& read(const char* key, std::optional<T>& into, std::string_view wanted, Check is_fine) {
        const auto found = object_.find(key);
        if (error_ || found == object_.end()) return *this;
        if (is_fine(*found)) {
            into = found->template get<T>();
        } else {
            error_ = Error{fmt::format("{}/{}: expected {}, found {}", pointer_, key, wanted, found->dump())};
        }
        return *this;
    }
    [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }

private:
    const Json& object_;
    std::string pointer_;
    std::optional<Error> error_;
};

bool is_boolean(const Json& json) {
    return json.is_boolean();
}
bool is_number(const Json& json) {
    return json.is_number() && std::isfinite(json.get<double>());
}
bool is_language(const Json& json) {
    return json == "zh" || json == "en";
}
bool is_scale(const Json& json) {
    return is_number(json) && json.get<double>() >= kSmallestScale && json.get<double>() <= kLargestScale;
}
bool is_memory(const Json& json) {
    return is_number(json) && json.get<double>() >= 32 && json.get<double>() <= 65'536;
}
bool is_cache_size(const Json& json) {
    return is_number(json) && json.get<double>() >= 0 && json.get<double>() <= 10'000'000;
}
bool is_absolute_path(const Json& json) {
    return json.is_string() && fs::path{json.get<std::string>()}.is_absolute();
}
bool is_size(const Json& json) {
    return json.is_array() && json.size() == 2 && json[0].is_number_integer() &&
           json[1].is_number_integer() && json[0] > 0 && json[1] > 0 && json[0] <= 65'535 &&
           json[1] <= 65'535;
}
bool is_point(const Json& json) {
    return json.is_array() && json.size() == 2 && is_number(json[0]) && is_number(json[1]);
}
bool is_visibility(const Json& json) {
    if (!json.is_object()) return false;
    for (const auto& [layer, visible] : json.items()) {
        if (!visible.is_boolean()) return false;
    }
    return true;
}

bool is_opacities(const Json& json) {
    return json.is_object() && std::ranges::all_of(json, [](const Json& opacity) {
               return opacity.is_number() && opacity >= 0 && opacity <= 1;
           });
}
bool is_texts(const Json& json) {
    return json.is_array() && std::ranges::all_of(json, [](const Json& item) { return item.is_string(); });
}
bool is_text(const Json& json) {
    return json.is_string();
}
bool is_list(const Json& json) {
    return json.is_array();
}
bool is_object(const Json& json) {
    return json.is_object();
}

Result<map::ProjectFilter> read_filter(const Json& json, const std::string& pointer) {
    std::optional<std::set<std::string>> themes, phases;
    std::optional<std::string> transformation;
    Reader reader{json, pointer};
    reader.read("themes", themes, "a list of texts", is_texts)
        .read("phases", phases, "a list of texts", is_texts)
        .read("transformation", transformation, "a text", is_text);
    if (reader.error()) return tl::make_unexpected(*reader.error());
    return map::ProjectFilter{themes.value_or(std::set<std::string>{}),
                              phases.value_or(std::set<std::string>{}), transformation.value_or("")};
}

Result<KeptView> read_view(const Json& json, const std::string& pointer) {
    if (!json.is_object()) return fail("{}: expected an object, found {}", pointer, json.dump());
    std::optional<std::string> name;
    std::optional<std::vector<double>> center;
    std::optional<double> zoom;
    Reader reader{json, pointer};
    reader.read("name", name, "a text", is_text)
        .read("center", center, "[x, y]", is_point)
        .read("zoom", zoom, "a number", is_number);
    if (reader.error()) return tl::make_unexpected(*reader.error());
    if (!name || !center || !zoom)
        return fail("{}: expected name, center and zoom, found {}", pointer, json.dump());
    return KeptView{*name, {(*center)[0], (*center)[1]}, *zoom};
}

Result<std::vector<KeptView>> read_views(const Json& json, const std::string& pointer) {
    std::vector<KeptView> views;
    for (std::size_t i = 0; i < json.size(); ++i) {
        auto view = read_view(json[i], fmt::format("{}/{}", pointer, i));
        if (!view) return tl::make_unexpected(view.error());
        views.push_back(std::move(*view));
    }
    return views;
}

Result<MapSettings> read_map(const Json& json, const std::string& pointer) {
    if (!json.is_object()) return fail("{}: expected an object, found {}", pointer, json.dump());
    MapSettings settings;
    std::optional<std::vector<double>> center;
    std::optional<std::map<std::string, bool>> visible;
    std::optional<std::map<std::string, double>> opacity;
    std::optional<Json> filter, views;
    Reader reader{json, pointer};
    reader.read("center", center, "[x, y]", is_point)
        .read("zoom", settings.zoom, "a number", is_number)
        .read("visible", visible, "true or false for each layer", is_visibility)
        .read("opacity", opacity, "a number from 0 to 1 for each layer", is_opacities)
        .read("filter", filter, "an object", is_object)
        .read("views", views, "a list of views", is_list);
    if (reader.error()) return tl::make_unexpected(*reader.error());
    if (center) settings.center = geo::MapPoint{(*center)[0], (*center)[1]};
    if (visible) settings.visible = std::move(*visible);
    if (opacity) settings.opacity = std::move(*opacity);
    if (filter) {
        auto read = read_filter(*filter, pointer + "/filter");
        if (!read) return tl::make_unexpected(read.error());
        settings.filter = std::move(*read);
    }
    if (views) {
        auto read = read_views(*views, pointer + "/views");
        if (!read) return tl::make_unexpected(read.error());
        settings.views = std::move(*read);
    }
    return settings;
}

Result<void> read_maps(const Json& json, Settings& settings) {
    const auto maps = json.find("maps");
    if (maps == json.end()) return {};
    if (!maps->is_object()) return fail("/maps: expected an object, found {}", maps->dump());
    for (const auto& [path, value] : maps->items()) {
        auto map = read_map(value, "/maps/" + path);
        if (!map) return tl::make_unexpected(map.error());
        settings.maps.emplace(path, std::move(*map));
    }
    return {};
}

Json map_json(const MapSettings& settings) {
    Json json = Json::object();
    if (settings.center) json["center"] = {settings.center->x, settings.center->y};
    if (settings.zoom) json["zoom"] = *settings.zoom;
    if (!settings.visible.empty()) json["visible"] = settings.visible;
    if (!settings.opacity.empty()) json["opacity"] = settings.opacity;
    if (!settings.filter.is_empty()) {
        json["filter"] = {{"themes", settings.filter.themes},
                          {"phases", settings.filter.phases},
                          {"transformation", settings.filter.transformation}};
    }
    for (const KeptView& view : settings.views) {
        json["views"].push_back(
            {{"name", view.name}, {"center", {view.center.x, view.center.y}}, {"zoom", view.zoom}});
    }
    return json;
}

template <class T>
void put(Json& json, const char* key, const std::optional<T>& value) {
    if (value) json[key] = *value;
}

}  // namespace

Result<Settings> parse_settings(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return fail("expected a JSON object");
    Settings settings;
    std::optional<std::vector<int>> window;
    Reader reader{json, ""};
    reader.read("language", settings.language, "zh or en", is_language)
        .read("dark", settings.is_dark, "true or false", is_boolean)
        .read("scale", settings.interface_scale, "a number from 0.5 to 4", is_scale)
        .read("reducedMotion", settings.reduced_motion, "true or false", is_boolean)
        .read("panelsHidden", settings.panels_hidden, "true or false", is_boolean)
        .read("window", window, "[width, height] in pixels", is_size)
        .read("memoryMB", settings.memory_mb, "a number from 32 to 65536", is_memory)
        .read("cacheMB", settings.cache_mb, "a number from 0 to 10000000", is_cache_size)
        .read("cacheFolder", settings.cache_folder, "an absolute path", is_absolute_path);
    if (reader.error()) return tl::make_unexpected(*reader.error());
    if (window) settings.window = map::ScreenSize{(*window)[0], (*window)[1]};
    if (auto maps = read_maps(json, settings); !maps) return tl::make_unexpected(maps.error());
    return settings;
}

std::string to_json(const Settings& settings) {
    Json json = Json::object();
    put(json, "language", settings.language);
    put(json, "dark", settings.is_dark);
    put(json, "scale", settings.interface_scale);
    put(json, "reducedMotion", settings.reduced_motion);
    put(json, "panelsHidden", settings.panels_hidden);
    if (settings.window) json["window"] = {settings.window->width, settings.window->height};
    put(json, "memoryMB", settings.memory_mb);
    put(json, "cacheMB", settings.cache_mb);
    put(json, "cacheFolder", settings.cache_folder);
    for (const auto& [path, map] : settings.maps) {
        if (json.contains("maps") && json["maps"].size() == kMostMaps) break;
        json["maps"][path] = map_json(map);
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

fs::path settings_path() {
    for (const auto& [variable, below] : {std::pair{"XDG_CONFIG_HOME", ""}, std::pair{"HOME", ".config"}}) {
        const char* const folder = std::getenv(variable);
        if (folder != nullptr && *folder == '/') return fs::path{folder} / below / "jinsha" / "settings.json";
    }
    return {};
}

LoadedSettings load_settings(const fs::path& path) {
    std::error_code ignored;
    if (path.empty() || !fs::exists(path, ignored)) return {};
    std::ifstream file{path, std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    if (!file) return {{}, fmt::format("{}: the settings cannot be read", path.string())};
    auto settings = parse_settings(text);
    if (settings) return {std::move(*settings), ""};
    fs::path aside = path;
    aside += ".damaged";
    std::error_code not_moved;
    fs::rename(path, aside, not_moved);
    const std::string where = not_moved ? path.string() : aside.string();
    return {{},
            fmt::format("{}: {}; the settings begin anew, the old ones lie in {}", path.string(),
                        settings.error().message(), where)};
}

Result<void> save_settings(const fs::path& path, const Settings& settings) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) return fail("{}: {}", path.parent_path().string(), error.message());
    return io::write_atomically(path, to_json(settings));
}

}  // namespace jinsha::app
