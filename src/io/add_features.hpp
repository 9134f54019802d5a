#pragma once

#include "error/error.hpp"
#include "error/problem.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace jinsha::io {

/// What came of adding features to a file.
struct Addition {
    std::size_t added{};
    std::vector<Problem> faults;  // of the features; when there are any, nothing was written
};

/// Appends features to a GeoJSON file, in the layout of those that are there. `features` is a
/// FeatureCollection, a Feature, a geometry, or Features one after the other; in another CRS than the file's
/// they are transformed, else their digits stay. `where` names them in faults. The error says why the file
/// could not be read or written.
[[nodiscard]] Result<Addition> add_features(const std::string& features, const std::string& where,
                                            const std::filesystem::path& file);

}  // namespace jinsha::io
