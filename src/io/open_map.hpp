#pragma once

#include "error/error.hpp"
#include "io/cache/layer_cache.hpp"
#include "map/loaded_map.hpp"
#include "map/source_reading.hpp"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace jinsha::io {

/// A layer of an open map whose features are still being read.
struct LayerInReading {
    std::string source_id, dataset_layer;  // of the LoadedSource
    std::shared_ptr<map::SourceReading> reading;
};

struct OpenMapOptions {
    /// Sources outside of the document's folder, absolute, remote or databases are opened too.
    bool allow_outside_sources{};
    /// What is being read, and how far all is (0 to 1). Called from several threads, one at a time.
    std::function<void(const std::string& what, double fraction)> progress;
    /// Set to true by any thread to give up; may be null.
    const std::atomic<bool>* cancelled{};

    /// Where large layers are kept from one opening to the next; none: all are read into memory.
    std::optional<LayerCache> cache;
    /// What layers of the cache keep in memory; made when there is a cache and it is null.
    std::shared_ptr<BlockMemory> block_memory;
    /// Takes layers that are still being read when the map is returned. Without it all are read by then.
    std::function<void(LayerInReading)> in_background;
    /// Called by other threads when there is something new about such layers.
    std::function<void()> wake;
};

/// Opens a map document with its data, or any vector file GDAL reads with a generated document. Sources are
/// read in parallel; one that cannot be read is a problem of the result and leaves its layers empty. The
/// error is for a file that is neither.
[[nodiscard]] Result<map::LoadedMap> open_map(const std::filesystem::path& path,
                                              const OpenMapOptions& options);

}  // namespace jinsha::io
