#pragma once

#include "io/dataset_backend.hpp"

#include <filesystem>
#include <memory>

namespace jinsha::io {

/// Everything but GeoJSON. The error repeats what GDAL said; the caller adds the path.
[[nodiscard]] Result<std::unique_ptr<VectorDataset::State>> open_with_gdal(const std::filesystem::path& path,
                                                                           const DatasetHints& hints);

}  // namespace jinsha::io
