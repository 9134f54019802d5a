#pragma once

#include "app/command_line.hpp"

namespace jinsha::app {

/// Tells on stdout what a map or dataset holds. Returns the exit status: 0 done, 1 it has faults, 2 it cannot
/// be opened.
[[nodiscard]] int run_info(const InfoCommand& command);

}  // namespace jinsha::app
