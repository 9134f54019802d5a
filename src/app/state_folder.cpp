#include "app/state_folder.hpp"

#include <cstdlib>

namespace jinsha::app {

namespace fs = std::filesystem;

fs::path state_folder() {
    const char* const state = std::getenv("XDG_STATE_HOME");
    const char* const home = std::getenv("HOME");
    const bool has_state = state != nullptr && *state == '/';  // a relative one is to be ignored
    return (has_state ? fs::path{state} : fs::path{home == nullptr ? "/" : home} / ".local/state") / "jinsha";
}

}  // namespace jinsha::app
