#pragma once

#include "io/raw_geometry.hpp"
#include "io/read_report.hpp"
#include "map/attribute_column.hpp"

#include <cstddef>
#include <vector>

namespace jinsha::io {

/// Ids and attributes of some features, a value in each column for each of them.
struct FeatureTable {
    map::AttributeColumn ids;
    std::vector<map::AttributeColumn> columns;  // in the order of the layer's fields
};

/// Some features as a dataset gives them, in the order of the file. Made by the thread that reads, used by
/// any one other.
class FeatureBatch {
public:
    virtual ~FeatureBatch() = default;
    [[nodiscard]] virtual std::size_t size() const = 0;
    /// In the CRS of the source; may be held by `room`, whose content is overwritten.
    [[nodiscard]] virtual RawGeometryView geometry(std::size_t feature, RawGeometry& room) const = 0;
    [[nodiscard]] virtual FeatureTable table() const = 0;
    /// Why a feature cannot be read at all; null mostly. Valid as long as the batch.
    [[nodiscard]] virtual const Finding* fault(std::size_t /*feature*/) const { return nullptr; }
};

}  // namespace jinsha::io
