#pragma once

#include "error/error.hpp"
#include "geo/crs.hpp"
#include "io/cache/block_memory.hpp"
#include "io/cache/cache_directory.hpp"
#include "io/cache/stored_run.hpp"
#include "io/vector_dataset.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::io {

/// A layer found in the cache, ready to be visited.
struct CachedLayer {
    CachedLayerFacts facts;
    std::vector<std::shared_ptr<const StoredRun>> runs;

    [[nodiscard]] std::shared_ptr<const map::FeatureSource> source(std::shared_ptr<BlockMemory> memory) const;
};

/// What a cached layer is asked for by.
struct CacheRequest {
    std::filesystem::path dataset;
    DatasetHints hints;
    geo::Crs map_crs;
};

/// The folder with the files of cached layers, one a layer, dataset and map CRS. Several programs may use it
/// at once: files appear whole, are never changed, and stay readable for who has them open when they are
/// replaced or removed. A value; any thread.
class LayerCache {
public:
    static constexpr std::uint64_t kUsualLimit = std::uint64_t{5} << 30;

    /// @param folder  made when it is first needed
    /// @param limit_bytes  of all files; the least recently used are removed beyond it (trim)
    explicit LayerCache(std::filesystem::path folder = usual_folder(),
                        std::uint64_t limit_bytes = kUsualLimit)
        : folder_{std::move(folder)}, limit_bytes_{limit_bytes} {}
    /// $XDG_CACHE_HOME/jinsha, else ~/.cache/jinsha.
    [[nodiscard]] static std::filesystem::path usual_folder();

    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folder_; }
    [[nodiscard]] std::uint64_t limit_bytes() const noexcept { return limit_bytes_; }
    /// Where the file of a layer belongs, and what it says of itself there.
    [[nodiscard]] std::filesystem::path file_of(const CacheRequest& request, std::size_t layer) const;
    [[nodiscard]] static std::string identity_of(const CacheRequest& request, std::size_t layer);

    /// None when it is not there, is damaged, or was made of a source that has changed since: such a file is
    /// removed.
    [[nodiscard]] std::optional<CachedLayer> find(const CacheRequest& request, std::size_t layer) const;
    /// All layers of a dataset, without opening it; empty unless all are there for one and the same map CRS.
    /// @param map_crs  null: any
    [[nodiscard]] std::vector<CachedLayer> find_all(const std::filesystem::path& dataset,
                                                    const DatasetHints& hints, const geo::Crs* map_crs) const;

    struct Entry {
        std::filesystem::path file;
        std::string dataset, layer;  // "" when the file is no cache of this version
        std::uint64_t bytes{};
        std::filesystem::file_time_type last_used;
    };
    /// The latest used first.
    [[nodiscard]] std::vector<Entry> list() const;
    /// Removes all files; how many bytes they had. The error names the first that cannot be removed.
    [[nodiscard]] Result<std::uint64_t> clear() const;
    /// Removes what other programs left behind half written, then the least recently used until the limit is
    /// kept.
    /// @param keep  is not removed
    void trim(const std::filesystem::path& keep) const;

private:
    std::filesystem::path folder_;
    std::uint64_t limit_bytes_;
};

}  // namespace jinsha::io
