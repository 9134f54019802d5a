#include "app/desktop_motion.hpp"

#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace jinsha::app {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// The value of the last `key = value` line; sections are not told apart, as both keys stand in one only.
std::optional<std::string_view> value_of(std::string_view text, std::string_view key) {
    std::optional<std::string_view> value;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos || trimmed(line.substr(0, equals)) != key) continue;
        value = trimmed(line.substr(equals + 1));
    }
    return value;
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

}  // namespace

bool gtk_wants_less_motion(std::string_view settings_ini) {
    const auto value = value_of(settings_ini, "gtk-enable-animations");
    return value == "0" || value == "false";
}

bool kde_wants_less_motion(std::string_view kdeglobals) {
    return value_of(kdeglobals, "AnimationDurationFactor") == "0";
}

bool desktop_wants_less_motion(const std::filesystem::path& config_folder) {
    return gtk_wants_less_motion(content_of(config_folder / "gtk-3.0" / "settings.ini")) ||
           gtk_wants_less_motion(content_of(config_folder / "gtk-4.0" / "settings.ini")) ||
           kde_wants_less_motion(content_of(config_folder / "kdeglobals"));
}

}  // namespace jinsha::app
