#pragma once

#include "check/finding.hpp"
#include "check/geojson_check.hpp"
#include "error/error.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::app {

/// A file that is to be checked, and what is known about it.
struct FileToCheck {
    std::filesystem::path path;
    bool is_document{};             // a map document; else GeoJSON
    check::GeoJsonContext context;  // of GeoJSON
};

/// The files named, and for each map document the GeoJSON files of its sources behind it. A document that
/// cannot be read stands alone; its faults are told when it is checked.
[[nodiscard]] std::vector<FileToCheck> files_to_check(const std::vector<std::filesystem::path>& named);

/// The findings of a text of that file.
[[nodiscard]] std::vector<check::Finding> findings_of(const FileToCheck& file, std::string_view text);

}  // namespace jinsha::app
