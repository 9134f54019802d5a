#pragma once

#include "app/command_line.hpp"

namespace jinsha::app {

/// `jinsha check`: tells the faults of GeoJSON files and map documents (with the GeoJSON files they name),
/// and with --fix mends those that can be mended without harm. Returns the exit status: 1 when faults are
/// left.
[[nodiscard]] int run_check(const CheckCommand& command);

}  // namespace jinsha::app
