#pragma once

#include "io/cache/block_memory.hpp"
#include "io/cache/stored_run.hpp"
#include "map/feature_source.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace jinsha::io {

/// What a source of a layer cache shows: all runs, or those that are there so far.
struct CachedContent {
    map::DatasetLayer layer;
    std::vector<double> cells;  // of the levels of detail after the exact one
    std::vector<std::shared_ptr<const StoredRun>> runs;
};

/// Features in the file of a layer cache, read by blocks as they are wanted. Simplified geometry where it
/// will do (visit), exact to 1/65,536 map unit where it is asked for; attributes column by column. Immutable;
/// any thread.
class CachedFeatureSource final : public map::FeatureSource {
public:
    CachedFeatureSource(CachedContent content, std::shared_ptr<BlockMemory> memory, std::uint64_t revision);

    [[nodiscard]] const map::DatasetLayer& layer() const override { return content_.layer; }
    [[nodiscard]] std::uint64_t revision() const override { return revision_; }
    [[nodiscard]] std::size_t size() const override { return ends_.empty() ? 0 : ends_.back(); }
    [[nodiscard]] geo::Envelope extent() const override { return extent_; }
    void visit(const geo::Envelope& box, double tolerance_map_units,
               const std::function<bool(const map::SourceFeature&)>& visit) const override;
    bool visit(std::uint32_t index,
               const std::function<void(const map::SourceFeature&)>& visit) const override;
    /// The file of the cache turned out to be damaged; it has been removed.
    [[nodiscard]] std::optional<Error> fault() const override;

private:
    class RunVisit;
    class Row;
    CachedContent content_;
    std::shared_ptr<BlockMemory> memory_;
    std::uint64_t revision_;
    std::vector<std::uint32_t> ends_;  // of each run, one past the number of its last feature
    geo::Envelope extent_;
};

}  // namespace jinsha::io
