#pragma once

#include "map/view.hpp"

#include <string>
#include <vector>

namespace jinsha::app {

/// What `jinsha bench` measures. Times are milliseconds; lists hold one value a measurement, unsorted.
struct BenchFigures {
    map::ScreenSize window;
    std::string gl;  // version and renderer

    // From the start of the process.
    double first_frame_ms{};     // the window shows anything
    double first_complete_ms{};  // it shows the map, complete

    std::vector<double> blit_ms;              // one sf::Sprite as large as the window, between the frames
    std::vector<double> pan_ms;               // a frame of a drag over finished tiles
    std::vector<double> pan_painting_ms;      // a frame of a drag while workers paint
    std::vector<double> zoom_ms;              // a frame while a wheel notch moves the view
    std::vector<double> sharp_after_zoom_ms;  // from a notch until every pixel is one of its scale
    std::vector<double> jump_complete_ms;     // to a view without any picture, until all of it is there
    std::vector<double> pick_ms;              // what is under the pointer
    std::vector<std::string> jump_views;      // one for each of jump_complete_ms

    double peak_rss_mb{}, peak_anon_mb{};
};

/// The value below which a share `p` (0 to 1) of the values lies, interpolated; 0 of none.
[[nodiscard]] double percentile(std::vector<double> values, double p);

/// One line of JSON with the keys that docs/performance.md explains.
[[nodiscard]] std::string to_json(const BenchFigures& figures);
/// Some lines to read.
[[nodiscard]] std::string to_text(const BenchFigures& figures);

}  // namespace jinsha::app
