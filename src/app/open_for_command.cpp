#include "app/open_for_command.hpp"

#include "io/open_map.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>

namespace jinsha::app {

namespace {

// A signal handler can reach nothing else.
std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

/// Ctrl-C sets `interrupted` as long as this lives; a second one ends the program as usual.
class InterruptGuard {
public:
    InterruptGuard() {
        struct sigaction action {};
        action.sa_handler = [](int) { interrupted = true; };
        action.sa_flags = static_cast<int>(SA_RESETHAND);
        sigaction(SIGINT, &action, &before_);
    }
    ~InterruptGuard() { sigaction(SIGINT, &before_, nullptr); }
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

private:
    struct sigaction before_ {};
};

}  // namespace

Result<map::LoadedMap> open_for_command(const std::filesystem::path& path) {
    const InterruptGuard guard;
    io::OpenMapOptions options;
    options.cancelled = &interrupted;
    options.cache.emplace();
    const bool shows_progress = isatty(STDERR_FILENO) != 0;
    if (shows_progress) {
        options.progress = [](const std::string& what, double fraction) {
            fmt::print(stderr, "\r\033[K{:3.0f} %  {}", fraction * 100, what);
        };
    }
    auto map = io::open_map(path, options);
    if (shows_progress) fmt::print(stderr, "\r\033[K");
    if (!map) return map;
    for (const Problem& problem : map->problems) {
        const char* severity = problem.severity == Severity::Error ? "error" : "warning";
        fmt::print(stderr, "jinsha: {}: {}: {}\n", severity, problem.where, problem.message);
    }
    return map;
}

Status status_of(const map::LoadedMap& map) {
    const auto is_error = [](const Problem& problem) { return problem.severity == Severity::Error; };
    return std::any_of(map.problems.begin(), map.problems.end(), is_error) ? kInputHasFaults : kDone;
}

int complain(const std::string& message) {
    fmt::print(stderr, "jinsha: {}\n", message);
    return kCannotBeCarriedOut;
}

}  // namespace jinsha::app
