#pragma once

#include <filesystem>
#include <string_view>

namespace jinsha::app {

/// Whether the desktop asks for less motion: GTK's `gtk-enable-animations` or KDE's `AnimationDurationFactor`
/// in the configuration folder. False where neither says so.
[[nodiscard]] bool desktop_wants_less_motion(const std::filesystem::path& config_folder);

/// The same of the two files' texts.
[[nodiscard]] bool gtk_wants_less_motion(std::string_view settings_ini);
[[nodiscard]] bool kde_wants_less_motion(std::string_view kdeglobals);

}  // namespace jinsha::app
