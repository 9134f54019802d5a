#include "app/window.hpp"

#include "app/crash_report.hpp"
#include "app/desktop_motion.hpp"
#include "app/display.hpp"
#include "app/input_method.hpp"
#include "app/log.hpp"
#include "app/map_window.hpp"
#include "app/state_folder.hpp"

#include <SFML/Window/VideoMode.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace jinsha::app {

namespace {

constexpr int kCannotBeCarriedOut = 2;

int give_up(const Error& error) {
    fmt::print(stderr, "jinsha: {}\n", error.message());
    return kCannotBeCarriedOut;
}

std::string language_of_desktop() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const value = std::getenv(name);
        if (value != nullptr && *value != '\0') return std::strncmp(value, "en", 2) == 0 ? "en" : "zh";
    }
    return "zh";
}

/// The screen may be another than last time.
map::ScreenSize fitting_the_desktop(map::ScreenSize size) {
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    return {std::min(size.width, static_cast<int>(desktop.width)),
            std::min(size.height, static_cast<int>(desktop.height))};
}

/// What the command line leaves open is as it was chosen before.
WindowOptions with_settings(WindowOptions options, const LoadedSettings& loaded) {
    const Settings& settings = loaded.settings;
    if (options.language.empty()) options.language = settings.language.value_or(language_of_desktop());
    if (!options.size && settings.window) options.size = fitting_the_desktop(*settings.window);
    options.is_dark = settings.is_dark.value_or(false);
    options.has_panels_hidden = settings.panels_hidden.value_or(false);
    options.has_reduced_motion = settings.reduced_motion.value_or(
        desktop_wants_less_motion(settings_path().parent_path().parent_path()));
    options.settings_path = settings_path();
    options.settings = loaded;
    return options;
}

double scale_of(const WindowOptions& options, const LoadedSettings& loaded, const DisplayFacts& display) {
    if (options.interface_scale > 0) return options.interface_scale;
    return loaded.settings.interface_scale.value_or(display.interface_scale);
}

}  // namespace

int run_window(const WindowOptions& options) {
    begin_log(state_folder());
    catch_crashes(state_folder());
    spdlog::info("opening {}", options.map.string());
    prepare_input_methods();
    const auto display = look_at_display();
    if (!display) return give_up(display.error());
    const LoadedSettings loaded = load_settings(settings_path());
    const auto window = MapWindow::open(with_settings(options, loaded), scale_of(options, loaded, *display));
    if (!window) return give_up(window.error());
    return (*window)->run();
}

}  // namespace jinsha::app
