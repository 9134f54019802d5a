#include "app/add_command.hpp"
#include "app/bench_command.hpp"
#include "app/cache_command.hpp"
#include "app/check_command.hpp"
#include "app/command_line.hpp"
#include "app/export_command.hpp"
#include "app/info_command.hpp"
#include "app/open_for_command.hpp"
#include "app/resources.hpp"
#include "app/sample_copy.hpp"
#include "app/window.hpp"

#include <malloc.h>

namespace jinsha::app {
namespace {

/// The sample, or what became of it once it was edited.
std::filesystem::path usual_map(const Resources& resources) {
    const std::filesystem::path copy = usual_sample_copy(resources.sample_map());
    std::error_code ignored;
    return std::filesystem::exists(copy, ignored) ? copy : resources.sample_map();
}

int view(const ViewCommand& command, const Resources& resources) {
    WindowOptions options;
    options.map = command.map.empty() ? usual_map(resources) : command.map;
    options.resources = resources.root;
    options.language = command.language;
    options.interface_scale = command.interface_scale;
    options.size = command.window;
    options.state_file = command.state_file;
    return run_window(options);
}

int run(int argc, const char* const* argv) {
    const Command command = read_command_line(argc, argv);
    if (const auto* finished = std::get_if<Finished>(&command)) return finished->status;
    if (const auto* info = std::get_if<InfoCommand>(&command)) return run_info(*info);
    if (const auto* add = std::get_if<AddCommand>(&command)) return run_add(*add);
    if (const auto* check = std::get_if<CheckCommand>(&command)) return run_check(*check);
    if (const auto* cache = std::get_if<CacheCommand>(&command)) return run_cache(*cache);

    const auto resources = find_resources();
    if (!resources) return complain(resources.error().message());
    if (const auto* picture = std::get_if<ExportCommand>(&command)) return run_export(*picture, *resources);
    if (const auto* bench = std::get_if<BenchCommand>(&command)) return run_bench(*bench, *resources);
    return view(std::get<ViewCommand>(command), *resources);
}

}  // namespace
}  // namespace jinsha::app

int main(int argc, char** argv) {
    // Pictures, lists of paths and blocks of layers come and go. The C library would learn from them to take
    // ever larger ones from heaps that it seldom gives back: a third of the memory of a window.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    return jinsha::app::run(argc, argv);
}
