#pragma once

#include "error/error.hpp"

#include <filesystem>

namespace jinsha::app {

/// Starts the program once more with that map; it goes on when this one ends. The error names the map.
[[nodiscard]] Result<void> open_in_new_window(const std::filesystem::path& map);

}  // namespace jinsha::app
