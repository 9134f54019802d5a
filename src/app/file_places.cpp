#include "app/file_places.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace jinsha::app {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::pair<std::string_view, ui::Place::Kind>, 3> kUserFolders{{
    {"XDG_DESKTOP_DIR", ui::Place::Kind::Desktop},
    {"XDG_DOCUMENTS_DIR", ui::Place::Kind::Documents},
    {"XDG_DOWNLOAD_DIR", ui::Place::Kind::Downloads},
}};

/// The next line of `text`, which is taken off.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

/// The folder in `NAME="$HOME/relative"` or `NAME="/absolute"`, as man user-dirs.dirs has it: none for other
/// names, and for what is switched off by being the home itself.
std::optional<fs::path> user_folder(std::string_view line, std::string_view name, const fs::path& home) {
    if (!line.starts_with(name) || !line.substr(name.size()).starts_with("=\"") || !line.ends_with('"'))
        return {};
    line = line.substr(name.size() + 2, line.size() - name.size() - 3);
    std::string value;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size()) ++i;
        value += line[i];
    }
    constexpr std::string_view kHome = "$HOME/";
    if (value.starts_with(kHome))
        return value.size() > kHome.size() ? std::optional{home / value.substr(kHome.size())} : std::nullopt;
    return value.starts_with('/') ? std::optional<fs::path>{value} : std::nullopt;
}

void add_user_folders(const DesktopFolders& desktop, std::vector<ui::Place>& places) {
    for (const auto& [name, kind] : kUserFolders) {
        std::string_view rest = desktop.user_dirs;
        while (!rest.empty()) {
            const auto folder = user_folder(take_line(rest), name, desktop.home);
            if (folder) places.push_back({kind, *folder, {}});
        }
    }
}

/// Blanks in a mount point are written \040 (man fstab).
std::string unescaped(std::string_view text) {
    const auto octal = [](std::string_view digits) {
        return digits.size() == 3 && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '7'; });
    };
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view digits = text.substr(i + 1, 3);
        if (text[i] == '\\' && octal(digits)) {
            plain += static_cast<char>(std::stoi(std::string{digits}, nullptr, 8));
            i += 3;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

void add_volumes(std::string_view mounts, std::vector<ui::Place>& places) {
    while (!mounts.empty()) {
        std::string_view line = take_line(mounts);
        line.remove_prefix(std::min(line.find(' '), line.size()));  // the device
        if (line.empty()) continue;
        line.remove_prefix(1);
        const fs::path folder = unescaped(line.substr(0, line.find(' ')));
        const std::string& path = folder.native();
        const bool is_a_users =
            path.starts_with("/media/") || path.starts_with("/run/media/") || path.starts_with("/mnt/");
        const auto is_same = [&](const ui::Place& place) { return place.path == folder; };
        if (is_a_users && std::ranges::none_of(places, is_same)) {
            places.push_back({ui::Place::Kind::Volume, folder, folder.filename().string()});
        }
    }
}

std::string text_of(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

std::vector<ui::Place> places_of(const DesktopFolders& desktop) {
    std::vector<ui::Place> places{{ui::Place::Kind::Home, desktop.home, {}}};
    add_user_folders(desktop, places);
    add_volumes(desktop.mounts, places);
    return places;
}

std::vector<ui::Place> find_places() {
    const char* const home_name = std::getenv("HOME");
    const fs::path home = home_name == nullptr ? fs::path{"/"} : fs::path{home_name};
    const char* const config = std::getenv("XDG_CONFIG_HOME");
    const fs::path config_folder = config == nullptr || *config == '\0' ? home / ".config" : fs::path{config};
    const std::string user_dirs = text_of(config_folder / "user-dirs.dirs");
    const std::string mounts = text_of("/proc/self/mounts");
    return places_of({home, user_dirs, mounts});
}

}  // namespace jinsha::app
