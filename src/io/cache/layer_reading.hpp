#pragma once

#include "io/cache/layer_cache.hpp"
#include "io/vector_dataset.hpp"
#include "map/source_reading.hpp"

#include <functional>
#include <memory>
#include <string>

namespace jinsha::io {

/// What is to be read in the background.
struct ReadingPlan {
    std::shared_ptr<const VectorDataset> dataset;  // used by no other thread meanwhile
    std::size_t layer{};
    CacheRequest request;
    geo::Envelope extent;  // of the layer in the map CRS; empty when it is not known
    std::string place;     // for problems: "town.gpkg"
};

/// Begins to read a layer into the cache: one thread reads, others simplify, pack and write, and what is
/// there can be drawn meanwhile. The file of the cache appears at the end, unless something is wrong with it
/// or the source changed meanwhile; a problem says so.
/// @param wake  called by other threads now and then when the state has changed; may be empty
[[nodiscard]] std::shared_ptr<map::SourceReading> start_reading(ReadingPlan plan, const LayerCache& cache,
                                                                std::shared_ptr<BlockMemory> memory,
                                                                std::function<void()> wake);

}  // namespace jinsha::io
