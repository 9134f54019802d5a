#pragma once

#include "io/feature_batch.hpp"
#include "io/vector_dataset.hpp"

#include <functional>
#include <memory>

namespace jinsha::io {

/// What is known of a layer once it was read in batches, beside its features.
struct StreamEnd {
    map::DatasetLayer
        layer;  // its texts may have said more about their encoding, its values about their types
    std::size_t skipped{};
    std::vector<Problem> problems;
    geo::Envelope extent{};  // in the CRS of the source, when only reading has told it; else empty
};

/// Takes the batches of a layer one by one; false when it wants no more.
using TakeBatch = std::function<bool(std::unique_ptr<FeatureBatch>)>;

/// A way to read datasets: by GDAL, or GeoJSON by ourselves.
struct VectorDataset::State {
    virtual ~State() = default;
    [[nodiscard]] virtual Result<LayerFeatures> read(std::size_t layer, const geo::Crs& map_crs,
                                                     const std::atomic<bool>& cancelled,
                                                     const Progress& progress) const = 0;
    /// The CRS of the geometries that `stream` gives.
    [[nodiscard]] virtual geo::Crs stream_crs(std::size_t layer, const geo::Crs& map_crs) const;
    /// The same features in batches. Unless a way to read knows better, the layer is read as a whole first.
    [[nodiscard]] virtual Result<StreamEnd> stream(std::size_t layer, const geo::Crs& map_crs,
                                                   const std::atomic<bool>& cancelled,
                                                   const TakeBatch& take) const;
    std::vector<LayerSummary> layers;
};

}  // namespace jinsha::io
