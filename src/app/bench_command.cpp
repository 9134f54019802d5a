#include "app/bench_command.hpp"

#include "app/bench_figures.hpp"
#include "app/bench_path.hpp"
#include "app/bench_views.hpp"
#include "app/bench_window.hpp"
#include "app/display.hpp"
#include "app/open_for_command.hpp"
#include "app/process_figures.hpp"

#include <SFML/OpenGL.hpp>
#include <fmt/format.h>

#include <string>

namespace jinsha::app {

namespace {

std::string text_of(GLenum name) {
    const auto* text = reinterpret_cast<const char*>(glGetString(name));
    return text == nullptr ? "" : text;
}

/// Until the first complete picture. The error says why the map could not be opened.
Result<void> time_opening(BenchWindow& window, BenchFigures& figures) {
    constexpr std::chrono::seconds kPatience{600};
    (void)window.wait_until(
        [&] {
            if (figures.first_frame_ms == 0) figures.first_frame_ms = ms_since_start_of_process();
            return window.is_complete() || !window.opening_error().empty();
        },
        kPatience);
    figures.first_complete_ms = ms_since_start_of_process();
    if (!window.opening_error().empty()) return fail("{}", window.opening_error());
    if (!window.is_complete()) return fail("the map did not come to rest within {} s", kPatience.count());
    return {};
}

}  // namespace

int run_bench(const BenchCommand& command, const Resources& resources) {
    const AnonymousMemoryWatch memory;
    std::vector<NamedBox> views;
    if (!command.views.empty()) {
        auto named = read_views(command.views);
        if (!named) return complain("--views: " + named.error().message());
        views = std::move(*named);
    }
    if (const auto display = look_at_display(); !display) return complain(display.error().message());

    WindowOptions options;
    options.map = command.map;
    options.resources = resources.root;
    options.size = command.size;
    auto window = BenchWindow::open(options);
    if (!window) return complain(window.error().message());
    BenchFigures figures;
    if (const auto opened = time_opening(*window, figures); !opened) {
        return complain(opened.error().message());
    }
    figures.window = window->size();
    figures.gl = text_of(GL_VERSION) + ", " + text_of(GL_RENDERER);
    if (views.empty()) {
        const map::LoadedMap& map = window->map();
        views = usual_views(map.home.is_empty() ? map.extent : map.home);
    }
    if (!go_along_path(*window, views, figures)) return complain("the map does not come to rest");
    figures.peak_rss_mb = peak_rss_mb();
    figures.peak_anon_mb = memory.peak_mb();
    fmt::print("{}\n", command.as_json ? to_json(figures) : to_text(figures));
    return kDone;
}

}  // namespace jinsha::app
