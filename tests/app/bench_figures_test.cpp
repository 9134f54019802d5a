#include "app/bench_figures.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <vector>

namespace jinsha::app {
namespace {

TEST(BenchFigures, InterpolatesPercentiles) {
    EXPECT_EQ(percentile({4, 1, 3, 2, 5}, 0.5), 3);
    EXPECT_EQ(percentile({1, 2}, 0.5), 1.5);
    EXPECT_EQ(percentile({1, 2, 3}, 1), 3);
    EXPECT_EQ(percentile({}, 0.95), 0);
}

TEST(BenchFigures, NamesTheKeysThatScriptsReadInTheirOrder) {
    BenchFigures figures;
    figures.window = {1920, 1080};
    std::vector<std::string> keys;
    const auto json = nlohmann::ordered_json::parse(to_json(figures));
    for (const auto& [key, value] : json.items()) keys.push_back(key);
    EXPECT_EQ(keys,
              (std::vector<std::string>{"window", "gl", "blit_ms", "first_frame_ms", "first_complete_ms",
                                        "pan_ms", "pan_painting_ms", "zoom_ms", "sharp_after_zoom_ms",
                                        "jump_complete_ms", "pick_ms", "peak_rss_mb", "peak_anon_mb"}));
}

TEST(BenchFigures, TellsJumpsViewByView) {
    BenchFigures figures;
    figures.jump_complete_ms = {10, 200, 30};
    figures.jump_views = {"close", "full", "close"};
    const auto json = nlohmann::json::parse(to_json(figures));
    EXPECT_EQ(json.at("jump_complete_ms").at("p50"), 30);
    EXPECT_EQ(json.at("jump_complete_ms").at("views").at("close").at("p50"), 20);
    EXPECT_EQ(json.at("jump_complete_ms").at("views").at("full").at("p50"), 200);
}

}  // namespace
}  // namespace jinsha::app
