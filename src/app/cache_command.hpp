#pragma once

#include "app/command_line.hpp"

namespace jinsha::app {

/// Runs `jinsha cache list|clear`. Returns the exit status.
[[nodiscard]] int run_cache(const CacheCommand& command);

}  // namespace jinsha::app
