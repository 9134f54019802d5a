#include "app/new_window.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <string>
#include <thread>

namespace jinsha::app {

Result<void> open_in_new_window(const std::filesystem::path& map) {
    std::string path = map.string();
    std::string name = "jinsha";
    std::string command = "view";
    const std::array<char*, 4> arguments{name.data(), command.data(), path.data(), nullptr};
    pid_t child = 0;
    // What runs now, even if another version has been installed in its place.
    const int fault = posix_spawn(&child, "/proc/self/exe", nullptr, nullptr, arguments.data(), environ);
    if (fault != 0) return fail("{}: no new window: {}", path, std::strerror(fault));
    std::thread{[child] { waitpid(child, nullptr, 0); }}.detach();  // else it stays as a zombie when it ends
    return {};
}

}  // namespace jinsha::app
