#pragma once

#include "io/vector_dataset.hpp"

namespace jinsha::io {

/// A way to read datasets: by GDAL, or GeoJSON by ourselves.
struct VectorDataset::State {
    virtual ~State() = default;
    [[nodiscard]] virtual Result<LayerFeatures> read(std::size_t layer, const geo::Crs& map_crs,
                                                     const std::atomic<bool>& cancelled,
                                                     const Progress& progress) const = 0;
    std::vector<LayerSummary> layers;
};

}  // namespace jinsha::io
