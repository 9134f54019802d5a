#include "app/export_memory.hpp"

#include "app/state_folder.hpp"
#include "io/atomic_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace jinsha::app {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> kPages{"report", "A4", "A3", "slide"};
constexpr std::array<std::string_view, 4> kFormats{"png", "pdf", "svg", "geotiff"};

template <class Enum>
void read(const Json& json, const char* key, const std::array<std::string_view, 4>& names, Enum& value) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string()) return;
    const auto name = std::ranges::find(names, found->get_ref<const std::string&>());
    if (name != names.end()) value = static_cast<Enum>(name - names.begin());
}

void read(const Json& json, const char* key, bool& value) {
    if (const auto found = json.find(key); found != json.end() && found->is_boolean())
        value = found->get<bool>();
}

}  // namespace

ExportMemory::ExportMemory(fs::path file) : file_{std::move(file)} {
    std::ifstream stream{file_, std::ios::binary};
    const Json json = Json::parse(stream, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object()) return;
    read(json, "page", kPages, choice_.page);
    read(json, "format", kFormats, choice_.format);
    const auto dpi = json.find("dpi");
    if (dpi != json.end() && dpi->is_number_integer())
        choice_.dpi = dpi->get<int>() >= 600 ? 600 : dpi->get<int>() >= 300 ? 300 : 150;
    read(json, "legend", choice_.has_legend);
    read(json, "scale_bar", choice_.has_scale_bar);
    read(json, "north_arrow", choice_.has_north_arrow);
    read(json, "grid", choice_.has_grid);
    read(json, "notes", choice_.has_notes);
    const auto folder = json.find("folder");
    if (folder != json.end() && folder->is_string()) folder_ = folder->get<std::string>();
}

fs::path ExportMemory::usual_place() {
    return state_folder() / "last-export.json";
}

void ExportMemory::keep(const ui::ExportChoice& choice) {
    if (std::exchange(choice_, choice) != choice) write();
}

void ExportMemory::keep_folder(const fs::path& folder) {
    if (std::exchange(folder_, folder) != folder) write();
}

/// That it cannot be written is no reason to disturb anybody.
void ExportMemory::write() const {
    const Json json{{"page", kPages[static_cast<std::size_t>(choice_.page)]},
                    {"format", kFormats[static_cast<std::size_t>(choice_.format)]},
                    {"dpi", choice_.dpi},
                    {"legend", choice_.has_legend},
                    {"scale_bar", choice_.has_scale_bar},
                    {"north_arrow", choice_.has_north_arrow},
                    {"grid", choice_.has_grid},
                    {"notes", choice_.has_notes},
                    {"folder", folder_.string()}};
    std::error_code ignored;
    fs::create_directories(file_.parent_path(), ignored);
    (void)io::write_atomically(file_, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace jinsha::app
