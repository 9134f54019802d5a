#pragma once

#include <atomic>
#include <thread>

namespace jinsha::app {

/// Since this process was started, by the kernel's record of it: up to 10 ms too much, never too little.
[[nodiscard]] double ms_since_start_of_process();

/// The largest resident memory of this process so far, MB (10^6 bytes), as the kernel kept it.
[[nodiscard]] double peak_rss_mb();

/// Watches how much anonymous memory (what is not a file's) this process has, of which the kernel keeps no
/// maximum: looks every 10 ms, in a thread of its own.
class AnonymousMemoryWatch {
public:
    AnonymousMemoryWatch();
    /// MB, so far.
    [[nodiscard]] double peak_mb() const noexcept { return peak_mb_; }

private:
    std::atomic<double> peak_mb_{};
    std::jthread thread_;
};

}  // namespace jinsha::app
