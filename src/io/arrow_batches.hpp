#pragma once

#include "error/error.hpp"
#include "io/feature_batch.hpp"
#include "map/feature_source.hpp"

#include <memory>
#include <span>

class OGRLayer;

namespace jinsha::io {

/// Reads a layer of GDAL by columns (OGR_L_GetArrowStream), which is several times as fast as feature by
/// feature where the driver does it itself. Move only; one thread at a time; the batches it gives live on
/// without it.
class ArrowBatches {
public:
    /// None when the driver would only go feature by feature, or a field is of a kind that only the usual way
    /// reads right (dates and times, JSON, lists).
    /// @param fields  of the layer, in GDAL's order, with their names in the file
    [[nodiscard]] static std::unique_ptr<ArrowBatches> open(OGRLayer& layer,
                                                            std::span<const map::Field> fields);
    virtual ~ArrowBatches() = default;

    /// Null at the end. The error repeats what the driver said.
    [[nodiscard]] virtual Result<std::unique_ptr<FeatureBatch>> next() = 0;
};

}  // namespace jinsha::io
