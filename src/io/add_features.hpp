#pragma once

#include "error/error.hpp"
#include "error/problem.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::io {

/// What came of adding features to a file.
struct Addition {
    std::size_t added{};
    std::vector<Problem> faults;    // of the features; when there are any, nothing was written
    std::vector<Problem> warnings;  // of the features, which were written all the same
};

/// Says what is wrong with the new features of a text that is about to be written: those from number `first`
/// on, counted from 0. `where` of each problem says which of them. An error keeps the text from being
/// written.
using AdditionCheck = std::function<std::vector<Problem>(std::string_view text, std::size_t first)>;

/// Appends features to a GeoJSON file, in the layout of those that are there. `features` is a
/// FeatureCollection, a Feature, a geometry, or Features one after the other; in another CRS than the file's
/// they are transformed, else their digits stay. `where` names them in faults; `check` may be empty. The
/// error says why the file could not be read or written.
[[nodiscard]] Result<Addition> add_features(const std::string& features, const std::string& where,
                                            const std::filesystem::path& file, const AdditionCheck& check);

}  // namespace jinsha::io
