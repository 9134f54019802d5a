#include "app/process_figures.hpp"

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <string>

namespace jinsha::app {

namespace {

/// A line of /proc/self/status such as "RssAnon:  1234 kB", in MB.
double memory_mb(const std::string& name) {
    std::ifstream file{"/proc/self/status"};
    std::string line;
    while (std::getline(file, line)) {
        if (!line.starts_with(name + ":")) continue;
        std::istringstream rest{line.substr(name.size() + 1)};
        double kibibytes = 0;
        rest >> kibibytes;
        return kibibytes * 1024 / 1e6;
    }
    return 0;
}

/// Clock ticks after boot (proc(5), field 22 of stat). The name in field 2 may hold anything, so it is
/// counted from the parenthesis that closes it.
double start_ticks() {
    std::ifstream file{"/proc/self/stat"};
    std::string text;
    std::getline(file, text);
    std::istringstream rest{text.substr(text.rfind(')') + 1)};
    std::string field;
    for (int i = 3; i < 22; ++i) rest >> field;
    double ticks = 0;
    rest >> ticks;
    return ticks;
}

}  // namespace

double ms_since_start_of_process() {
    static const double start_s = start_ticks() / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - start_s) * 1e3;
}

double peak_rss_mb() {
    return memory_mb("VmHWM");
}

AnonymousMemoryWatch::AnonymousMemoryWatch()
    : thread_{[this](const std::stop_token& stop) {
          while (!stop.stop_requested()) {
              peak_mb_ = std::max(peak_mb_.load(), memory_mb("RssAnon"));
              std::this_thread::sleep_for(std::chrono::milliseconds{10});
          }
      }} {}

}  // namespace jinsha::app
