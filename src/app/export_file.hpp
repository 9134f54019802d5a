#pragma once

#include "error/error.hpp"
#include "io/georeference.hpp"
#include "print/page_plan.hpp"
#include "print/page_writing.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::app {

enum class PageFormat { Png, Pdf, Svg, GeoTiff };

/// By the end of the name: .png, .pdf, .svg, .tif or .tiff, in capitals or not.
[[nodiscard]] std::optional<PageFormat> format_of(const std::filesystem::path& path);

struct FileOptions {
    double dpi{96};         // of pictures
    bool has_world_file{};  // beside a PNG
    std::string title;      // of PDF and SVG
};

/// Where a page lies on the map, a step a point of its PDF.
[[nodiscard]] io::Georeference place_on_paper(const print::PagePlan& plan);

/// Writes a page into a file that comes into being whole or not at all; an old one stays as it was when that
/// fails or is cancelled. The format is that of the name, which must have one. A PDF and a GeoTIFF are
/// georeferenced. Returns why symbols were left out.
[[nodiscard]] Result<std::vector<std::string>> write_page_file(const print::PagePlan& plan,
                                                               const std::filesystem::path& path,
                                                               const FileOptions& options,
                                                               const print::Progress& progress);

/// The time that files say they were made: SOURCE_DATE_EPOCH of the environment (reproducible-builds.org),
/// else now. ISO 8601, UTC.
[[nodiscard]] std::string creation_time();

}  // namespace jinsha::app
