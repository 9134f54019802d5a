#pragma once

#include "image/image.hpp"
#include "print/map_raster.hpp"
#include "print/page_plan.hpp"
#include "print/page_writing.hpp"

#include <string>
#include <vector>

namespace jinsha::print {

/// A page as pixels: their number, their density, and where they lie on the map.
struct PictureSpec {
    int width_px{}, height_px{};
    double dpi{96};
    geo::MapPoint upper_left;  // of the page, map CRS
    double units_per_pixel{};
};

/// Turns bands of a picture into a file. Bands come from the top, as wide as the picture; all but the last
/// have the same height.
class RowEncoder {
public:
    virtual ~RowEncoder() = default;
    [[nodiscard]] virtual Result<void> begin(const PictureSpec& picture) = 0;
    /// What append() needs of a band; several threads at once.
    [[nodiscard]] virtual std::string encode(const image::Image& band, bool is_last) const = 0;
    /// One after the other, in the order of the bands.
    [[nodiscard]] virtual Result<void> append(std::string encoded) = 0;
    [[nodiscard]] virtual Result<void> finish() = 0;
};

/// Draws the page at `dpi` in bands, on all cores, and hands them to the encoder: memory does not grow with
/// the height of the page, and the bytes do not depend on the number of cores. Returns why symbols were left
/// out, each reason once. The error is the encoder's, or "cancelled".
[[nodiscard]] Result<std::vector<std::string>> write_rows(const PagePlan& plan, double dpi,
                                                          RowEncoder& encoder, const Progress& progress);

/// The page as one picture, for a preview.
[[nodiscard]] Result<image::Image> draw_page(const PagePlan& plan, double dpi, const Progress& progress);

}  // namespace jinsha::print
