// Clusters and the placing of symbols for a layer of 1,000,000 points.
// --benchmark_filter=…

#include "map/memory_feature_source.hpp"
#include "scene/cluster_tree.hpp"
#include "scene/placement.hpp"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <random>
#include <stdexcept>

namespace {

using namespace jinsha;

const std::atomic<bool> kGoesOn{false};
constexpr double kSide = 20'000;  // metres

/// Half of them in towns, half anywhere.
geo::MapPoint place(std::mt19937_64& random) {
    static thread_local geo::MapPoint town;
    std::uniform_real_distribution<double> anywhere{0, kSide};
    std::normal_distribution<double> near{0, 300};
    if (random() % 200 == 0) town = {anywhere(random), anywhere(random)};
    if (random() % 2 == 0) return {anywhere(random), anywhere(random)};
    return {town.x + near(random), town.y + near(random)};
}

std::vector<scene::ClusterPoint> points(std::size_t count) {
    std::mt19937_64 random{1};
    std::vector<scene::ClusterPoint> points;
    for (std::uint32_t i = 0; i < count; ++i) {
        points.push_back({place(random), {0, i}, static_cast<std::uint8_t>(i % 11)});
    }
    return points;
}

void build_clusters(benchmark::State& state) {
    const auto all = points(static_cast<std::size_t>(state.range(0)));
    const scene::ClusterRules rules{map::ZoomScale{26.6, 1}, 40, 18};
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(scene::ClusterTree::build(all, rules, kGoesOn));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(build_clusters)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void read_a_level_of_clusters(benchmark::State& state) {
    const auto tree =
        scene::ClusterTree::build(points(1'000'000), {map::ZoomScale{26.6, 1}, 40, 18}, kGoesOn);
    for ([[maybe_unused]] auto _ : state) {
        for (const std::uint32_t number :
             tree->find(static_cast<int>(state.range(0)), {0, 0, kSide, kSide})) {
            benchmark::DoNotOptimize(tree->theme_counts(number));
        }
    }
}
BENCHMARK(read_a_level_of_clusters)->Arg(11)->Arg(14)->Unit(benchmark::kMillisecond);

std::shared_ptr<const map::FeatureSource> source(std::size_t count) {
    std::mt19937_64 random{1};
    map::MemoryFeatureSourceBuilder builder;
    builder.reserve(count, count);
    builder.set_fields({{"name", "string"}});
    for (std::size_t i = 0; i < count; ++i) {
        geo::Geometry geometry{geo::GeometryType::Point, {place(random)}, {}};
        geometry.end_part();
        builder.add_row(geometry.view(), {}, {style::Value{"项目 " + std::to_string(i)}});
    }
    return builder.build({});
}

std::shared_ptr<scene::MapSnapshot> snapshot(const char* layer, std::size_t count) {
    auto made = std::make_shared<scene::MapSnapshot>();
    made->scale = map::ZoomScale{26.6, 1};
    made->origin = {0, kSide};
    std::vector<Problem> problems;
    auto style = style::StyleLayer::parse(nlohmann::ordered_json::parse(layer), "/layers/0", problems);
    if (!style) throw std::runtime_error{style.error().message()};
    made->layers.push_back({*style, source(count), 0, true});
    return made;
}

/// The whole layer in a window of 1280 × 800, from nothing.
void place_symbols(benchmark::State& state, const char* layer) {
    static const auto kFonts = *text::FontSet::load();
    const auto icons = std::make_shared<const symbol::IconStore>(
        std::vector<std::filesystem::path>{std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "icons"});
    const auto map = snapshot(layer, static_cast<std::size_t>(state.range(0)));
    std::size_t placed = 0;
    for ([[maybe_unused]] auto _ : state) {
        scene::SymbolPlacer placer{map, kSide / 800, kFonts, icons};
        placed = placer.place({-240, 0, 1280, 800}).size();
    }
    state.counters["symbols"] = static_cast<double>(placed);
}

constexpr const char* kIconsWithTexts = R"({"id": "crowd", "type": "symbol", "source": "s", "layout": {
    "icon-image": "badge/energy", "icon-size": 0.5, "icon-overlap": "always", "text-optional": true,
    "text-field": ["get", "name"], "text-size": 12, "text-variable-anchor": ["left", "right", "top", "bottom"],
    "text-radial-offset": 1}})";
constexpr const char* kTexts = R"({"id": "crowd", "type": "symbol", "source": "s", "layout": {
    "text-field": ["get", "name"], "text-size": 12}})";

BENCHMARK_CAPTURE(place_symbols, icons_with_optional_texts, kIconsWithTexts)
    ->Arg(4'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(place_symbols, texts, kTexts)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
