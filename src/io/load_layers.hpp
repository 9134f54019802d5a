#pragma once

#include "io/open_map.hpp"
#include "io/vector_dataset.hpp"
#include "map/loaded_map.hpp"

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace jinsha::io {

/// What came of one source of a document.
struct SourceResult {
    std::vector<map::LoadedSource> loaded;
    std::vector<Problem> problems;
    std::vector<LayerInReading> readings;
    geo::Envelope expected_extent;  // of what is being read, in the map CRS
};

/// For whom layers are loaded.
struct LayerLoading {
    const OpenMapOptions& options;
    std::string source_id;
    std::filesystem::path path;  // of the dataset; empty: it is no file, and is never cached
    DatasetHints hints;
    const geo::Crs& map_crs;
    const std::atomic<bool>& cancelled;
    Progress progress;
};

/// What the cache has of a dataset, if it has all of it; else nothing. The dataset itself is not opened.
[[nodiscard]] SourceResult load_from_cache(const LayerLoading& loading);

/// Reads the layers of a dataset: small ones into memory, large ones from or through the cache.
[[nodiscard]] SourceResult load_layers(VectorDataset dataset, const LayerLoading& loading);

}  // namespace jinsha::io
