#pragma once

#include "app/settings.hpp"
#include "app/window_part.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace jinsha::app {

/// What parts ask of the window itself.
struct WindowRequests {
    std::function<void()> close;
    std::function<void()> cancel_opening;
    std::filesystem::path settings_path;  // where SettingsPart keeps them; "": nowhere
    LoadedSettings settings;
    /// Reads a map in the background and shows it; the one that is open already is read again.
    std::function<void(const std::filesystem::path&)> open_map;
    std::function<void()> commit_field;                 // takes what stands in the field that is written in
    std::function<void()> map_moved;                    // tells all parts (WindowPart::map_moved)
    std::function<void(const std::string&)> set_title;  // of the window, UTF-8
    std::function<void()> wake;                         // lets the window look for news of parts; any thread
    std::uint32_t window{};                             // as X numbers it
    std::function<double()> now_s;                      // the clock of WindowPart::update
};

/// All parts of a window, in the order in which they are asked. `context` outlives them.
[[nodiscard]] std::vector<std::unique_ptr<WindowPart>> make_window_parts(WindowContext& context,
                                                                         const WindowRequests& requests);

}  // namespace jinsha::app
