#pragma once

#include "print/legend_block.hpp"
#include "print/page_request.hpp"
#include "print/text_block.hpp"
#include "scene/legend.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jinsha::print {

/// Where everything stands on a page. No two of these rectangles overlap and none reaches into the margin;
/// those of things that are switched off, or have nothing to say, are empty.
struct PageLayout {
    PageSize page;
    double type_scale{1};   // of letters, gaps and signs: 1 on an A3 page
    PageRect map;           // inside of the neat line, whole page pixels
    PageRect map_surround;  // with neat line, ticks and grid labels
    std::optional<TextBlock> title, subtitle, foot, page_number;
    PageRect legend_place;  // upper left corner of the legend block
    LegendBlock legend;
    PageRect scale_bar, north_arrow;

    /// All that must not overlap.
    [[nodiscard]] std::vector<PageRect> boxes() const;
};

/// Lays a page out: the title on top, the legend beside or under the map, one paragraph at the foot. On small
/// pages letters and gaps shrink, on large ones they grow. `foot` is the line for CRS, date, source and so
/// on. A pure function; needs no map.
[[nodiscard]] PageLayout lay_out_page(const PageRequest& request, const scene::Legend& legend,
                                      const std::string& foot, const text::FontSet& fonts);

/// Of letters, gaps and signs on a page of that size.
[[nodiscard]] double type_scale_of(PageSize page) noexcept;

}  // namespace jinsha::print
