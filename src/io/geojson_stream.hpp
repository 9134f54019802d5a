#pragma once

#include "io/dataset_backend.hpp"

#include <filesystem>
#include <memory>

namespace jinsha::io {

/// A large FeatureCollection, which is never in memory as a whole: what is known of it before it is read
/// comes from its first features and from places all over the file, the number of its features is estimated,
/// and more fields may turn up while it is read. Null when the file is none, or must be seen whole to be
/// understood (another encoding than UTF-8, the "crs" at its end).
[[nodiscard]] Result<std::unique_ptr<VectorDataset::State>> open_large_geojson(
    const std::filesystem::path& path, const DatasetHints& hints);

}  // namespace jinsha::io
