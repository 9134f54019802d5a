#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace jinsha::io {

/// A number that changes when a dataset changes: made of names, sizes and times of its files (a shapefile has
/// several, a GeoPackage may have a journal, some datasets are folders) and a sample of their content, so
/// that a file copied over another with its time kept is noticed too. None when the dataset cannot be read.
[[nodiscard]] std::optional<std::uint64_t> source_stamp(const std::filesystem::path& path);

}  // namespace jinsha::io
