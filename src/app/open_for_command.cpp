#include "app/open_for_command.hpp"

#include "app/data_limits.hpp"
#include "app/interrupt.hpp"
#include "io/open_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <utility>

namespace jinsha::app {

Result<map::LoadedMap> open_for_command(const std::filesystem::path& path) {
    const InterruptGuard guard;
    io::OpenMapOptions options;
    options.cancelled = &InterruptGuard::is_interrupted();
    DataLimits limits = data_limits();
    options.cache = std::move(limits.cache);
    options.block_memory = std::make_shared<io::BlockMemory>(limits.memory_bytes);
    options.progress = [](const std::string& what, double fraction) {
        show_progress(what.c_str(), fraction);
    };
    auto map = io::open_map(path, options);
    clear_progress();
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
