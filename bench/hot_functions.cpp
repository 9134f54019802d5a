// Single functions that the time of a tile, a frame or a click goes into. The argument of most is the scale:
// map units in a pixel, so that a parcel is 100 / scale pixels wide.

#include "geo/simplify.hpp"
#include "paint/painter.hpp"
#include "parcel_map.hpp"
#include "parcels.hpp"
#include "scene/display_list.hpp"
#include "scene/picking.hpp"
#include "scene/placement.hpp"
#include "screen/composition.hpp"

#include <benchmark/benchmark.h>

namespace jinsha::bench {
namespace {

constexpr std::uint64_t kSide = 300;  // 90,000 parcels, 7 million vertices

const std::shared_ptr<const scene::MapSnapshot>& the_map() {
    static const auto map = parcel_map(kSide);
    return map;
}

const std::atomic<bool> kNotCancelled{false};

scene::DisplayList display_list(double units_per_pixel) {
    const auto rect = middle_rect(kSide, units_per_pixel, 512, 512);
    return scene::build_display_list(*the_map(), units_per_pixel, rect, kNotCancelled);
}

void simplify(benchmark::State& state) {
    const Rings rings = parcel(0, 0);
    std::vector<geo::MapPoint> ring;
    for (const Position& p : rings.front()) ring.push_back({p.x, p.y});
    const geo::CellGrid grid{{kWest, kSouth}, static_cast<double>(state.range(0)) / 2};
    std::vector<geo::MapPoint> simplified;
    for ([[maybe_unused]] auto _ : state) {
        simplified.clear();
        geo::simplify_ring(ring, grid, simplified);
        benchmark::DoNotOptimize(simplified.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(ring.size()));
}
BENCHMARK(simplify)->Arg(1)->Arg(10)->Arg(50);

void make_display_list(benchmark::State& state) {
    const auto scale = static_cast<double>(state.range(0));
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(display_list(scale));
}
BENCHMARK(make_display_list)->Arg(1)->Arg(10)->Arg(50)->Unit(benchmark::kMillisecond);

void paint_tile(benchmark::State& state) {
    const auto list = display_list(static_cast<double>(state.range(0)));
    image::Image target{512, 512};
    for ([[maybe_unused]] auto _ : state) paint::paint(list, target, kNotCancelled);
    state.counters["items"] = static_cast<double>(list.items.size());
    state.counters["points"] = static_cast<double>(list.points.size());
}
BENCHMARK(paint_tile)->Arg(1)->Arg(10)->Arg(50)->Unit(benchmark::kMillisecond);

void compose_frame(benchmark::State& state) {
    const map::View view{{kWest, kSouth}, 10, {1920, 1080}};
    std::vector<scene::TileKey> tiles;
    for (const double scale : {10.0, 20.0, 40.0}) {
        for (std::int64_t row = -4; row < 4; ++row) {
            for (std::int64_t column = -4; column < 4; ++column) tiles.push_back({1, scale, {column, row}});
        }
    }
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(screen::compose(view, {kWest, kSouth}, 1, tiles));
    }
}
BENCHMARK(compose_frame)->Unit(benchmark::kMicrosecond);

void place_labels(benchmark::State& state) {
    const auto scale = static_cast<double>(state.range(0));
    const auto fonts = text::FontSet::load();
    const auto icons = std::make_shared<const symbol::IconStore>(std::vector<std::filesystem::path>{});
    if (!fonts) return state.SkipWithError(fonts.error().message().c_str());
    for ([[maybe_unused]] auto _ : state) {
        scene::SymbolPlacer placer{the_map(), scale, *fonts, icons};
        benchmark::DoNotOptimize(placer.place(middle_rect(kSide, scale, 1920, 1080)));
    }
}
BENCHMARK(place_labels)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);

void pick(benchmark::State& state) {
    const auto scale = static_cast<double>(state.range(0));
    const auto rect = middle_rect(kSide, scale, 512, 512);
    const scene::GridPoint at{static_cast<double>(rect.left + 256), static_cast<double>(rect.top + 256)};
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(scene::pick(*the_map(), the_map()->grid(scale), {}, at));
    }
}
BENCHMARK(pick)->Arg(1)->Arg(50)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace jinsha::bench
