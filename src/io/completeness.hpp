#pragma once

#include "error/error.hpp"
#include "error/problem.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

class OGRLayer;

namespace jinsha::io {

/// How many features the file itself says that it holds. None where the format keeps no such number, or a
/// number that may be larger in a sound file (a shapefile counts records that were deleted).
[[nodiscard]] std::optional<std::size_t> declared_features(OGRLayer& layer, const std::string& driver);

/// What a driver reads without a word when the end of a file is missing: fewer features than it declares.
[[nodiscard]] std::optional<Problem> shortfall(const std::string& where, std::size_t declared,
                                               std::size_t read);

/// A shapefile cannot be read without its index, which lies in a file beside it. @param shapefile  the .shp
[[nodiscard]] std::optional<Error> missing_index(const std::filesystem::path& shapefile);

/// A shapefile's attributes lie in a file beside it, and the driver does not mind when that is gone.
/// @param shapefile  the .shp
[[nodiscard]] std::optional<Problem> missing_attributes(const std::filesystem::path& shapefile,
                                                        OGRLayer& layer);

}  // namespace jinsha::io
