#pragma once

#include "error/error.hpp"

#include <string>

namespace jinsha::app {

/// Hands an address to the desktop's browser (xdg-open), as one argument and never through a shell. An error
/// when it is no http(s) address (`ui::is_link`), or xdg-open cannot be started.
[[nodiscard]] Result<void> open_link(const std::string& address);

}  // namespace jinsha::app
