#include "app/interrupt.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace jinsha::app {

namespace {

// A signal handler can reach nothing else.
std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

bool is_terminal() {
    static const bool kIsTerminal = isatty(STDERR_FILENO) != 0;
    return kIsTerminal;
}

}  // namespace

InterruptGuard::InterruptGuard() {
    struct sigaction action {};
    action.sa_handler = [](int) { interrupted = true; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, &before_);
}

InterruptGuard::~InterruptGuard() {
    sigaction(SIGINT, &before_, nullptr);
}

const std::atomic<bool>& InterruptGuard::is_interrupted() noexcept {
    return interrupted;
}

void show_progress(const char* what, double fraction) {
    if (is_terminal()) fmt::print(stderr, "\r\033[K{:3.0f} %  {}", fraction * 100, what);
}

void clear_progress() {
    if (is_terminal()) fmt::print(stderr, "\r\033[K");
}

}  // namespace jinsha::app
