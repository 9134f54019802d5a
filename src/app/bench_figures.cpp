#include "app/bench_figures.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace jinsha::app {

namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

Json spread(const std::vector<double>& values, bool with_max) {
    Json json{{"p50", rounded(percentile(values, 0.5))}, {"p95", rounded(percentile(values, 0.95))}};
    if (with_max) json["max"] = rounded(percentile(values, 1));
    return json;
}

std::string line(const char* name, const std::vector<double>& values) {
    return fmt::format("{:28} {:8.2f} {:8.2f} {:8.2f}   {}\n", name, percentile(values, 0.5),
                       percentile(values, 0.95), percentile(values, 1), values.size());
}

std::map<std::string, std::vector<double>> jumps_by_view(const BenchFigures& figures) {
    std::map<std::string, std::vector<double>> by_view;
    for (std::size_t i = 0; i < figures.jump_complete_ms.size(); ++i) {
        by_view[figures.jump_views[i]].push_back(figures.jump_complete_ms[i]);
    }
    return by_view;
}

}  // namespace

double percentile(std::vector<double> values, double p) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    const double place = p * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return std::lerp(values[below], values[above], place - static_cast<double>(below));
}

std::string to_json(const BenchFigures& figures) {
    Json json;
    json["window"] = {figures.window.width, figures.window.height};
    json["gl"] = figures.gl;
    json["blit_ms"] = spread(figures.blit_ms, false);
    json["first_frame_ms"] = rounded(figures.first_frame_ms);
    json["first_complete_ms"] = rounded(figures.first_complete_ms);
    json["pan_ms"] = spread(figures.pan_ms, true);
    json["pan_painting_ms"] = spread(figures.pan_painting_ms, true);
    json["zoom_ms"] = spread(figures.zoom_ms, true);
    json["sharp_after_zoom_ms"] = spread(figures.sharp_after_zoom_ms, false);
    json["jump_complete_ms"] = spread(figures.jump_complete_ms, false);
    for (const auto& [view, values] : jumps_by_view(figures)) {
        json["jump_complete_ms"]["views"][view] = spread(values, false);
    }
    json["pick_ms"] = spread(figures.pick_ms, false);
    json["peak_rss_mb"] = rounded(figures.peak_rss_mb);
    json["peak_anon_mb"] = rounded(figures.peak_anon_mb);
    return json.dump();
}

std::string to_text(const BenchFigures& figures) {
    std::string text =
        fmt::format("{} x {} pixels, {}\n", figures.window.width, figures.window.height, figures.gl);
    text += fmt::format("first frame {:.0f} ms, complete {:.0f} ms after the start\n", figures.first_frame_ms,
                        figures.first_complete_ms);
    text += fmt::format("peak memory {:.0f} MB, anonymous {:.0f} MB\n\n", figures.peak_rss_mb,
                        figures.peak_anon_mb);
    text += fmt::format("{:28} {:>8} {:>8} {:>8}   {}\n", "ms", "p50", "p95", "max", "of");
    text += line("blit", figures.blit_ms);
    text += line("pan", figures.pan_ms);
    text += line("pan while painting", figures.pan_painting_ms);
    text += line("zoom", figures.zoom_ms);
    text += line("sharp after a notch", figures.sharp_after_zoom_ms);
    for (const auto& [view, values] : jumps_by_view(figures))
        text += line(("jump to " + view).c_str(), values);
    text += line("pick", figures.pick_ms);
    return text;
}

}  // namespace jinsha::app
