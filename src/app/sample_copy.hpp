#pragma once

#include "error/error.hpp"

#include <filesystem>

namespace jinsha::app {

/// The map comes with the program, so that nobody's edits belong into its files.
[[nodiscard]] bool is_sample(const std::filesystem::path& map, const std::filesystem::path& sample_map);

/// Where a copy of the sample that was made earlier lies; it need not be there.
[[nodiscard]] std::filesystem::path usual_sample_copy(const std::filesystem::path& sample_map);

/// Copies the whole folder of the map into the user's folder for documents, beside copies that are there
/// already. Returns the map in the copy; the error says what could not be written.
[[nodiscard]] Result<std::filesystem::path> copy_sample(const std::filesystem::path& map);

}  // namespace jinsha::app
