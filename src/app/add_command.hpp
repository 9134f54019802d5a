#pragma once

#include "app/command_line.hpp"

namespace jinsha::app {

/// `jinsha add`: says on stdout how many features were added. The exit status.
[[nodiscard]] int run_add(const AddCommand& command);

}  // namespace jinsha::app
