#pragma once

#include "error/error.hpp"
#include "geo/coordinate_text.hpp"
#include "geo/crs.hpp"
#include "map/feature_source.hpp"

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

namespace jinsha::app {

/// Features from elsewhere, in the map CRS, before they are taken into a layer.
struct IncomingData {
    std::shared_ptr<const map::FeatureSource> features;
    std::size_t skipped{};  // that could not be read
};

/// Of a file that GDAL reads, or GeoJSON: the first layer that has features. The error says what is wrong.
/// Any thread.
[[nodiscard]] Result<IncomingData> incoming_from_file(const std::filesystem::path& path,
                                                      const geo::Crs& map_crs,
                                                      const std::atomic<bool>& cancelled);

/// Of a text that was copied: GeoJSON (a geometry, a feature, a collection), or rows with coordinates. Any
/// thread.
[[nodiscard]] Result<IncomingData> incoming_from_text(std::string text, const geo::Crs& map_crs,
                                                      const geo::CoordinateHints& hints,
                                                      const std::atomic<bool>& cancelled);

}  // namespace jinsha::app
