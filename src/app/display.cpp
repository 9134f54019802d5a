#include "app/display.hpp"

#include <X11/Xlib.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace jinsha::app {

namespace {

constexpr double kDpiOfCssPixel = 96;

struct CloseDisplay {
    void operator()(Display* display) const noexcept { XCloseDisplay(display); }
};

/// Xft.dpi in sixteenths of the CSS density, so that lines of one pixel do not fall between two.
double scale_from_dpi(const char* dpi_text) {
    if (dpi_text == nullptr) return 1;
    double dpi = 0;
    const auto read = std::from_chars(dpi_text, dpi_text + std::strlen(dpi_text), dpi);
    if (read.ec != std::errc{} || !(dpi > 0)) return 1;
    return std::clamp(std::round(dpi / kDpiOfCssPixel * 16) / 16, 0.5, 4.0);
}

}  // namespace

Result<DisplayFacts> look_at_display() {
    const std::unique_ptr<Display, CloseDisplay> display{XOpenDisplay(nullptr)};
    if (!display) {
        const char* const name = std::getenv("DISPLAY");
        if (name == nullptr || *name == '\0') {
            return fail("there is no display (DISPLAY is not set); `jinsha export` writes a map without one");
        }
        return fail("the display '{}' cannot be opened; `jinsha export` writes a map without one", name);
    }
    return DisplayFacts{scale_from_dpi(XGetDefault(display.get(), "Xft", "dpi"))};
}

}  // namespace jinsha::app
