#include "app/link_opening.hpp"

#include "ui/card_text.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <thread>

namespace jinsha::app {

Result<void> open_link(const std::string& address) {
    if (!ui::is_link(address)) return fail("'{}': expected an address that begins with https://", address);
    std::string program = "xdg-open";
    std::string argument = address;
    const std::array<char*, 3> arguments{program.data(), argument.data(), nullptr};
    pid_t child = 0;
    const int fault = posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ);
    if (fault != 0) return fail("xdg-open, which opens '{}': {}", address, std::strerror(fault));
    // Some browsers keep it running until they are closed.
    std::thread{[child] { waitpid(child, nullptr, 0); }}.detach();
    return {};
}

}  // namespace jinsha::app
