#pragma once

#include "app/table_content.hpp"
#include "geo/points.hpp"
#include "map/feature_key.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace jinsha::app {

/// A row of the layer list whose features are looked for in an area.
struct AreaLayer {
    std::uint32_t row{};
    std::shared_ptr<const TableContent> content;         // what its fields are called
    std::shared_ptr<const map::FeatureSource> features;  // those that the map shows
};

/// All values of one column that are numbers.
struct ColumnSum {
    std::size_t column{};  // of TableContent::columns
    std::size_t count{};   // features that have a number there
    double sum{};
};

/// What lies in an area, of one row.
struct AreaFigures {
    std::uint32_t row{};
    std::size_t count{};
    double plane_area{};    // of whole polygons, square map units
    double plane_length{};  // of whole lines, map units
    std::vector<ColumnSum> sums;
};

struct AreaSummary {
    std::vector<AreaFigures> layers;        // those of which something lies there, in the order asked for
    std::size_t count{};                    // features of all layers
    std::vector<map::FeatureKey> features;  // the first kMostLit of them
    static constexpr std::size_t kMostLit = 500;
};

/// Counts the features that meet the area within `ring` (geo::DrawnArea) and adds up their numbers. Any
/// thread; what it has when it is cancelled is of no use.
[[nodiscard]] AreaSummary summarize_area(const std::vector<geo::MapPoint>& ring,
                                         const std::vector<AreaLayer>& layers,
                                         const std::atomic<bool>& cancelled);

}  // namespace jinsha::app
