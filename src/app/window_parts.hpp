#pragma once

#include "app/settings.hpp"
#include "app/window_part.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace jinsha::app {

/// What parts ask of the window itself.
struct WindowRequests {
    std::function<void()> close;
    std::function<void()> cancel_opening;
    std::filesystem::path settings_path;  // where SettingsPart keeps them; "": nowhere
    LoadedSettings settings;
    std::function<double()> now_s;  // the clock of WindowPart::update
};

/// All parts of a window, in the order in which they are asked. `context` outlives them.
[[nodiscard]] std::vector<std::unique_ptr<WindowPart>> make_window_parts(WindowContext& context,
                                                                         const WindowRequests& requests);

}  // namespace jinsha::app
