#pragma once

#include "error/error.hpp"
#include "geo/points.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace jinsha::io {

/// Where a picture or a page lies on the map: north is up.
struct Georeference {
    std::string crs;           // definition, as geo::Crs has it
    geo::MapPoint upper_left;  // outer corner, map CRS
    double units_per_step{};   // map units in a pixel, or in a point (1/72 inch) of a page
};

/// Gives each page of a PDF its georeference, pages[0] the first, as incremental updates: texts, fonts and
/// title stay. Once a file. The error repeats GDAL's words, without the path.
[[nodiscard]] Result<void> georeference_pdf(const std::filesystem::path& path,
                                            std::span<const Georeference> pages);

/// The text of a world file (.pgw): six lines, the place is the middle of the upper left pixel.
[[nodiscard]] std::string world_file(const Georeference& where);

/// Writes an RGB GeoTIFF row by row, deflated. Move only. Errors leave the path to the caller, who may be
/// writing beside the file's place.
class GeoTiffWriter {
public:
    struct Picture {
        int width_px{}, height_px{};
        double dpi{};
    };
    [[nodiscard]] static Result<GeoTiffWriter> create(const std::filesystem::path& path,
                                                      const Picture& picture, const Georeference& where);
    GeoTiffWriter(GeoTiffWriter&&) noexcept;
    GeoTiffWriter& operator=(GeoTiffWriter&&) noexcept;
    ~GeoTiffWriter();

    /// The next rows from the top: R, G, B bytes, whole rows.
    [[nodiscard]] Result<void> append(std::string_view rgb);
    /// Writes what is left. The error is there also when an earlier row could not be written.
    [[nodiscard]] Result<void> finish();

private:
    struct State;
    explicit GeoTiffWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace jinsha::io
