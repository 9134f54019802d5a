#pragma once

#include "print/coordinate_grid.hpp"
#include "print/map_frame.hpp"
#include "print/page_layout.hpp"
#include "print/page_request.hpp"

namespace jinsha::print {

/// A page that is ready to be drawn, at any resolution and as often as one likes. Immutable; any thread.
struct PagePlan {
    PageRequest request;
    PageMap map;
    PageLayout layout;
    MapFrame frame;
    CoordinateGrid grid;

    /// There is more on the page than the map: it is a sheet, not a picture of the view.
    [[nodiscard]] bool has_surround() const noexcept {
        return request.furniture != map::PageFurniture::none();
    }
};

/// Finds out what the page shows and lays it out. Takes time on maps with many features, as the legend looks
/// at those in the frame: call it in a worker. The error says why the place cannot be shown.
[[nodiscard]] Result<PagePlan> plan_page(PageRequest request, PageMap map);

/// The map place of the page's upper left corner, as vectors are drawn: the map's frame lies on whole page
/// pixels and, like a window of 96 dpi, on whole pixels of the grid.
[[nodiscard]] geo::MapPoint page_corner(const PagePlan& plan) noexcept;

}  // namespace jinsha::print
