#include "app/data_limits.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <cstdio>

namespace jinsha::app {
namespace {

constexpr double kMegabyte = 1e6;

}  // namespace

DataLimits data_limits(const Settings& settings) {
    const auto folder = settings.cache_folder.value_or(io::LayerCache::usual_folder().string());
    const auto limit = settings.cache_mb ? static_cast<std::uint64_t>(*settings.cache_mb * kMegabyte)
                                         : io::LayerCache::kUsualLimit;
    const auto memory = settings.memory_mb ? static_cast<std::size_t>(*settings.memory_mb * kMegabyte)
                                           : io::BlockMemory::kUsualBudget;
    return {io::LayerCache{folder, limit}, memory};
}

DataLimits data_limits() {
    const LoadedSettings loaded = load_settings(settings_path());
    if (!loaded.trouble.empty()) fmt::print(stderr, "jinsha: warning: {}\n", loaded.trouble);
    return data_limits(loaded.settings);
}

}  // namespace jinsha::app
