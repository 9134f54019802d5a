#pragma once

#include "io/cache/batch_queue.hpp"
#include "io/cache/run_builder.hpp"
#include "io/geometry_normalizer.hpp"
#include "io/read_report.hpp"

#include <vector>

namespace jinsha::io {

/// Makes runs of batches: geometries in the map CRS at all levels of detail, attributes by column. Each
/// thread has its own.
class RunMaker {
public:
    RunMaker(GeometryNormalizer normalizer, std::vector<double> cells)
        : normalizer_{std::move(normalizer)}, builder_{std::move(cells)} {}

    /// Features that cannot be taken are left out, and in `report`.
    [[nodiscard]] PackedRun make(const NumberedBatch& batch);
    [[nodiscard]] const ReadReport& report() const noexcept { return report_; }

private:
    GeometryNormalizer normalizer_;
    RunBuilder builder_;
    ReadReport report_;
    RawGeometry room_;
};

/// The levels of detail that suit a layer which begins with this batch.
/// @param extent  of the whole layer in the map CRS; empty when it is not known
[[nodiscard]] std::vector<double> cells_for(const FeatureBatch& first, GeometryNormalizer& normalizer,
                                            const geo::Envelope& extent);

}  // namespace jinsha::io
