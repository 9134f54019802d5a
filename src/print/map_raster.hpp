#pragma once

#include "image/image.hpp"
#include "map/view.hpp"
#include "print/page_plan.hpp"
#include "scene/lower_symbols.hpp"
#include "scene/placement.hpp"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace jinsha::print {

/// A physical pixel of a page that is painted.
struct PagePixel {
    int x{}, y{};
};

/// The map of a page at one resolution, ready to be painted piece by piece: the same pixels that the window
/// shows at that scale. Its frame lies on whole pixels of page and pixel grid.
class MapRaster {
public:
    /// The map of a page. @param pixel_ratio  physical pixels in a page pixel
    MapRaster(const PagePlan& plan, double pixel_ratio);
    /// The map of a view, its upper left corner at pixel `corner` of the page. Places the symbols.
    MapRaster(std::shared_ptr<const scene::MapSnapshot> snapshot, const map::View& view, PagePixel corner,
              std::shared_ptr<const text::FontSet> fonts, std::shared_ptr<const symbol::IconStore> icons);

    /// Where the map lies on the page in physical pixels.
    [[nodiscard]] const scene::GridRect& on_page() const noexcept { return on_page_; }
    /// The map place of the page's upper left corner, and map units to a physical pixel: what a raster of the
    /// page is georeferenced with.
    [[nodiscard]] geo::MapPoint page_corner() const noexcept;
    [[nodiscard]] double units_per_pixel() const noexcept { return units_per_pixel_; }

    /// Paints rows [top, top + band.height_px()) of the page where the map is; the rest of `band`, which is
    /// as wide as the page, is left alone. Several threads may paint at once. Returns why icons could not be
    /// drawn.
    [[nodiscard]] std::vector<std::string> paint(image::Image& band, int top,
                                                 const std::atomic<bool>& cancelled) const;
    /// Why symbols have no place, for a fault rather than for want of room.
    [[nodiscard]] const std::vector<std::string>& faults() const noexcept { return faults_; }

private:
    std::shared_ptr<const scene::MapSnapshot> snapshot_;
    std::shared_ptr<const text::FontSet> fonts_;
    std::shared_ptr<const symbol::IconStore> icons_;
    double units_per_pixel_{};
    scene::GridRect on_page_, on_grid_;
    std::unique_ptr<const scene::LowerSymbols> lower_;  // those that are painted with the layers below
    std::vector<scene::PlacedSymbol> symbols_;
    std::vector<std::string> faults_;
};

/// The snapshot for another number of physical pixels in a CSS pixel.
[[nodiscard]] std::shared_ptr<const scene::MapSnapshot> at_pixel_ratio(const scene::MapSnapshot& snapshot,
                                                                       double pixel_ratio);

}  // namespace jinsha::print
