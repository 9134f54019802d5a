#pragma once

#include <atomic>
#include <csignal>

namespace jinsha::app {

/// As long as this lives Ctrl-C sets a flag that work looks at, instead of ending the program; a second one
/// ends it as usual.
class InterruptGuard {
public:
    InterruptGuard();
    ~InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

    [[nodiscard]] static const std::atomic<bool>& is_interrupted() noexcept;

private:
    struct sigaction before_ {};
};

/// Shows on a terminal at stderr how far work is: one line that is written over. Nothing elsewhere.
void show_progress(const char* what, double fraction);
void clear_progress();

}  // namespace jinsha::app
