#include "io/load_layers.hpp"

#include "io/cache/layer_reading.hpp"
#include "io/transformed_extent.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>
#include <thread>
#include <utility>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;

// Below this a layer is read and drawn as fast as it is found in the cache.
constexpr std::size_t kManyFeatures = 50'000;
constexpr std::uintmax_t kManyBytes = std::uintmax_t{32} << 20;

bool is_large(const fs::path& path, const LayerSummary& layer) {
    std::error_code error;
    if (path.empty()) return false;
    if (layer.features >= kManyFeatures) return true;
    return fs::is_regular_file(path, error) && fs::file_size(path, error) >= kManyBytes;
}

CacheRequest request_of(const LayerLoading& loading) {
    return {loading.path, loading.hints, loading.map_crs};
}

void add_cached(CachedLayer layer, const LayerLoading& loading, SourceResult& result) {
    const auto& facts = layer.facts;
    std::ranges::copy(facts.problems, std::back_inserter(result.problems));
    auto source = layer.source(loading.options.block_memory);
    result.loaded.push_back({loading.source_id, facts.summary.layer.name, std::move(source), facts.skipped});
}

geo::Envelope expected_extent(const LayerSummary& layer, const geo::Crs& map_crs) {
    const auto transform = geo::CrsTransform::between(layer.crs, map_crs);
    return transform ? transformed_extent(layer.extent, *transform) : geo::Envelope{};
}

void wait_for(map::SourceReading& reading, const LayerLoading& loading) {
    constexpr std::chrono::milliseconds kLook{20};
    while (true) {
        const auto state = reading.state();
        if (loading.progress) loading.progress(state.fraction);
        if (state.is_finished) return;
        if (loading.cancelled) reading.cancel();
        std::this_thread::sleep_for(kLook);
    }
}

/// Loads the layers of one dataset one after the other.
class Loader {
public:
    Loader(VectorDataset dataset, const LayerLoading& loading)
        : dataset_{std::make_shared<const VectorDataset>(std::move(dataset))}, loading_{loading} {}

    [[nodiscard]] SourceResult run() {
        // Large ones last: those that read in the background keep the dataset.
        std::vector<std::size_t> large;
        for (std::size_t i = 0; i < layers().size(); ++i) {
            const bool is_cached = loading_.options.cache && is_large(loading_.path, layers()[i]);
            if (is_cached)
                large.push_back(i);
            else
                read_into_memory(i);
        }
        for (const std::size_t layer : large) read_through_cache(layer);
        return std::move(result_);
    }

private:
    [[nodiscard]] const std::vector<LayerSummary>& layers() const { return dataset_->layers(); }

    void read_into_memory(std::size_t layer) {
        const auto part = [&](double fraction) {
            const auto count = static_cast<double>(layers().size());
            if (loading_.progress) loading_.progress((static_cast<double>(layer) + fraction) / count);
        };
        auto features = dataset_->read(layer, loading_.map_crs, loading_.cancelled, part);
        if (!features) return add_error(features.error());
        std::ranges::move(features->problems, std::back_inserter(result_.problems));
        result_.loaded.push_back({loading_.source_id, layers()[layer].layer.name, std::move(features->source),
                                  features->skipped, std::move(features->skipped_elements)});
    }

    void read_through_cache(std::size_t layer) {
        if (auto cached = loading_.options.cache->find(request_of(loading_), layer))
            return add_cached(*std::move(cached), loading_, result_);
        auto dataset = own_dataset();
        if (!dataset) return add_error(dataset.error());
        const LayerSummary& summary = layers()[layer];
        const geo::Envelope extent = expected_extent(summary, loading_.map_crs);
        auto reading = start_reading(
            {*std::move(dataset), layer, request_of(loading_), extent, loading_.path.filename().string()},
            *loading_.options.cache, loading_.options.block_memory, loading_.options.wake);
        // Without knowing where it lies there is nothing to look at before it is read.
        if (!loading_.options.in_background || extent.is_empty()) wait_for(*reading, loading_);
        auto state = reading->state();
        result_.loaded.push_back(
            {loading_.source_id, summary.layer.name, std::move(state.source), state.skipped});
        if (state.is_finished) {
            std::ranges::move(state.problems, std::back_inserter(result_.problems));
        } else {
            result_.expected_extent.extend(extent);
            result_.readings.push_back({loading_.source_id, summary.layer.name, std::move(reading)});
        }
    }

    /// The first large layer may have the dataset for itself, each further one opens it anew.
    [[nodiscard]] Result<std::shared_ptr<const VectorDataset>> own_dataset() {
        if (!std::exchange(is_dataset_taken_, true)) return dataset_;
        auto again = VectorDataset::open(loading_.path, loading_.hints);
        if (!again) return tl::make_unexpected(again.error());
        return std::make_shared<const VectorDataset>(*std::move(again));
    }

    void add_error(const Error& error) {
        result_.problems.push_back({Severity::Error, loading_.source_id, error.message()});
    }

    std::shared_ptr<const VectorDataset> dataset_;
    const LayerLoading& loading_;
    bool is_dataset_taken_{false};
    SourceResult result_;
};

}  // namespace

SourceResult load_from_cache(const LayerLoading& loading) {
    SourceResult result;
    if (!loading.options.cache || loading.path.empty()) return result;
    for (CachedLayer& layer : loading.options.cache->find_all(loading.path, loading.hints, &loading.map_crs))
        add_cached(std::move(layer), loading, result);
    return result;
}

SourceResult load_layers(VectorDataset dataset, const LayerLoading& loading) {
    return Loader{std::move(dataset), loading}.run();
}

}  // namespace jinsha::io
