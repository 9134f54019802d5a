#pragma once

#include "error/error.hpp"
#include "map/loaded_map.hpp"

#include <filesystem>

namespace jinsha::app {

/// Exit statuses of the program.
enum Status { kDone = 0, kInputHasFaults = 1, kCannotBeCarriedOut = 2 };

/// Opens a map for a command without a window: progress (when stderr is a terminal), then its problems go to
/// stderr. Ctrl-C gives up.
[[nodiscard]] Result<map::LoadedMap> open_for_command(const std::filesystem::path& path);

/// kInputHasFaults when a problem of the map is an error.
[[nodiscard]] Status status_of(const map::LoadedMap& map);

/// "jinsha: message" on stderr, and kCannotBeCarriedOut.
int complain(const std::string& message);

}  // namespace jinsha::app
