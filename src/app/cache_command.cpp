#include "app/cache_command.hpp"

#include "app/data_limits.hpp"
#include "app/open_for_command.hpp"
#include "io/cache/layer_cache.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <ctime>

namespace jinsha::app {
namespace {

double megabytes(std::uint64_t bytes) {
    return static_cast<double>(bytes) / 1e6;
}

std::tm local_time(std::filesystem::file_time_type time) {
    const auto system = std::chrono::file_clock::to_sys(time);
    return fmt::localtime(
        std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::seconds>(system)));
}

void list(const DataLimits& limits) {
    const io::LayerCache& cache = limits.cache;
    std::uint64_t total = 0;
    for (const auto& entry : cache.list()) {
        total += entry.bytes;
        const std::string what = entry.dataset.empty()
                                     ? entry.file.filename().string() + " (of another version, or damaged)"
                                     : fmt::format("{}: {}", entry.dataset, entry.layer);
        fmt::print("{:%Y-%m-%d %H:%M}  {:8.1f} MB  {}\n", local_time(entry.last_used), megabytes(entry.bytes),
                   what);
    }
    fmt::print("{:.1f} MB of at most {:.0f} in {}\n", megabytes(total), megabytes(cache.limit_bytes()),
               cache.folder().string());
    fmt::print("of them at most {:.0f} MB are in memory at once\n", megabytes(limits.memory_bytes));
}

}  // namespace

int run_cache(const CacheCommand& command) {
    const DataLimits limits = data_limits();
    const io::LayerCache& cache = limits.cache;
    if (!command.clears) {
        list(limits);
        return kDone;
    }
    const auto removed = cache.clear();
    if (!removed) return complain(removed.error().message());
    fmt::print("{:.1f} MB removed from {}\n", megabytes(*removed), cache.folder().string());
    return kDone;
}

}  // namespace jinsha::app
