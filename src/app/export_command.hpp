#pragma once

#include "app/command_line.hpp"
#include "app/resources.hpp"

namespace jinsha::app {

/// Writes the map to a picture; no window, no GL, no X. Complaints go to stderr. Returns the exit status: 0
/// done, 1 the picture is written but the map has faults, 2 there is no picture.
[[nodiscard]] int run_export(const ExportCommand& command, const Resources& resources);

}  // namespace jinsha::app
