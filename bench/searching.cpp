// What a keystroke in the search field costs among 100,000 names (docs/performance.md), on one thread.

#include "search/search_index.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <array>
#include <atomic>
#include <string>
#include <vector>

namespace {

using jinsha::search::SearchIndex;
using jinsha::search::SearchText;

constexpr std::size_t kNames = 100'000;
constexpr std::size_t kMostShown = 200;

/// Names such as a district has, each another one: place, kind, number.
SearchIndex made_index() {
    static const std::array<const char*, 10> kPlaces{"金沙湖", "大水井", "格里坪", "清香坪", "河门口",
                                                     "陶家渡", "玉泉",   "摩梭河", "庄上村", "新庄片区"};
    static const std::array<const char*, 10> kKinds{"污水处理厂",   "棚户区改造",   "光伏电站", "康养度假区",
                                                    "产业园二期",   "道路提升工程", "小学",     "生态修复",
                                                    "冷链物流中心", "重型机械厂"};
    std::vector<SearchText> texts;
    texts.reserve(kNames);
    for (std::uint32_t i = 0; i < kNames; ++i) {
        texts.push_back(
            {{0, i}, fmt::format("{}{}{}号", kPlaces[i % 10], kKinds[i / 10 % 10], i / 100 + 1), true});
    }
    return SearchIndex{std::move(texts)};
}

void keystroke(benchmark::State& state, const char* typed) {
    static const SearchIndex kIndex = made_index();
    const std::atomic<bool> cancelled{false};
    for (auto _ : state) benchmark::DoNotOptimize(kIndex.find(typed, kMostShown, cancelled));
}

BENCHMARK_CAPTURE(keystroke, one_letter, "j")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(keystroke, initials, "jsh")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(keystroke, pinyin, "jinshahu")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(keystroke, mixed, "jinsha湖")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(keystroke, chinese, "重型")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(keystroke, nothing, "zzzz")->Unit(benchmark::kMillisecond);

}  // namespace
