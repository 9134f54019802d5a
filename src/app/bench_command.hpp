#pragma once

#include "app/command_line.hpp"
#include "app/resources.hpp"

namespace jinsha::app {

/// Opens the map in a window, goes along a fixed camera path and prints what it took. Returns the exit status
/// of the program.
[[nodiscard]] int run_bench(const BenchCommand& command, const Resources& resources);

}  // namespace jinsha::app
