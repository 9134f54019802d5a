#include "app/crash_report.hpp"

#include <execinfo.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstring>
#include <ctime>
#include <string>
#include <string_view>
#include <system_error>

namespace jinsha::app {

namespace {

namespace fs = std::filesystem;

constexpr std::array kCrashes{SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
constexpr int kMostFrames = 64;

// A signal handler gets nothing but the number of the signal, and may not ask for memory: where it writes
// lies here, filled once before the handler is installed.
std::array<char, 4096> report_path{};

void put(int file, std::string_view text) {
    [[maybe_unused]] const ssize_t written =
        write(file, text.data(), text.size());  // there is nobody to tell
}

void put_number(int file, int number) {
    const std::array<char, 2> digits{static_cast<char>('0' + number / 10 % 10),
                                     static_cast<char>('0' + number % 10)};
    put(file, {digits.data(), digits.size()});
}

/// Calls nothing but what may be called while everything else has stopped (signal-safety(7)).
void write_report(int signal) {
    const int file = open(report_path.data(), O_WRONLY | O_CREAT | O_TRUNC, S_IRUSR | S_IWUSR);
    if (file >= 0) {
        put(file, "jinsha ended by signal ");
        put_number(file, signal);
        put(file, "\n");
        std::array<void*, kMostFrames> frames{};
        backtrace_symbols_fd(frames.data(), backtrace(frames.data(), kMostFrames), file);
        close(file);
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

std::string time_in_name(fs::file_time_type time) {
    const auto system = std::chrono::file_clock::to_sys(time);
    const std::time_t seconds = std::chrono::system_clock::to_time_t(
        std::chrono::time_point_cast<std::chrono::system_clock::duration>(system));
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y%m%d-%H%M%S", &parts);
    return text.data();
}

}  // namespace

void catch_crashes(const fs::path& folder) {
    const std::string path = (folder / "crash.txt").string();
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || path.size() >= report_path.size()) return;
    std::memcpy(report_path.data(), path.c_str(), path.size() + 1);
    std::array<void*, 1> frame{};
    (void)backtrace(frame.data(), 1);  // loads what it needs now, as a handler may not
    for (const int signal : kCrashes) std::signal(signal, write_report);
}

std::optional<fs::path> take_crash_report(const fs::path& folder) {
    const fs::path report = folder / "crash.txt";
    std::error_code error;
    const auto time = fs::last_write_time(report, error);
    if (error) return std::nullopt;
    const fs::path kept = folder / ("crash-" + time_in_name(time) + ".txt");
    fs::rename(report, kept, error);
    if (error) return std::nullopt;  // it is mentioned when it can be set aside, so that it is mentioned once
    return kept;
}

}  // namespace jinsha::app
