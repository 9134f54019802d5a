#pragma once

#include <filesystem>

namespace jinsha::app {

/// Where the program keeps what it remembers from run to run: $XDG_STATE_HOME/jinsha, by the XDG Base
/// Directory Specification ~/.local/state where that is not set. It need not be there yet.
[[nodiscard]] std::filesystem::path state_folder();

}  // namespace jinsha::app
