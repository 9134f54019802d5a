#pragma once

#include "io/vector_dataset.hpp"
#include "map/map_document.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace jinsha::io {

/// The id of the one source of a generated document.
inline constexpr const char* kDataSourceId = "data";

/// The map CRS for data without a document: its own CRS where that is projected; for degrees in China the
/// 3-degree Gauss-Kruger zone of the centre (CGCS2000, EPSG:4534 to 4554) unless the data are wider than 9
/// degrees; else EPSG:3857.
[[nodiscard]] std::string map_crs_for(const std::vector<LayerSummary>& layers);

/// A map document (its JSON text) for a data file: a source, and for each layer a style by its kind of
/// geometry, with labels where a field looks like a name.
[[nodiscard]] std::string generate_document(const std::filesystem::path& path,
                                            const std::vector<LayerSummary>& layers);

}  // namespace jinsha::io
