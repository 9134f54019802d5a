#include "app/window.hpp"

#include "app/display.hpp"
#include "app/input_method.hpp"
#include "app/map_window.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace jinsha::app {

namespace {

constexpr int kCannotBeCarriedOut = 2;

int give_up(const Error& error) {
    fmt::print(stderr, "jinsha: {}\n", error.message());
    return kCannotBeCarriedOut;
}

}  // namespace

int run_window(const WindowOptions& options) {
    prepare_input_methods();
    const auto display = look_at_display();
    if (!display) return give_up(display.error());
    const double scale = options.interface_scale > 0 ? options.interface_scale : display->interface_scale;
    const auto window = MapWindow::open(options, scale);
    if (!window) return give_up(window.error());
    return (*window)->run();
}

}  // namespace jinsha::app
