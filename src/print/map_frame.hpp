#pragma once

#include "geo/envelope.hpp"
#include "geo/points.hpp"
#include "print/page_geometry.hpp"

namespace jinsha::print {

/// The map on its page: which place is where.
struct MapFrame {
    PageRect rect;         // on the page
    geo::MapPoint center;  // in the middle of `rect`
    double units_per_px{1};
    double ground_metres_per_px{};  // at the centre
    double true_north_deg{};        // clockwise from the page's top, at the centre

    [[nodiscard]] geo::MapPoint to_map(PagePoint p) const noexcept {
        const PagePoint middle = rect.center();
        return {center.x + (p.x - middle.x) * units_per_px, center.y - (p.y - middle.y) * units_per_px};
    }
    [[nodiscard]] PagePoint to_page(geo::MapPoint p) const noexcept {
        const PagePoint middle = rect.center();
        return {middle.x + (p.x - center.x) / units_per_px, middle.y - (p.y - center.y) / units_per_px};
    }
    [[nodiscard]] geo::Envelope extent() const noexcept {
        const auto upper_left = to_map({rect.left, rect.top}),
                   lower_right = to_map({rect.right(), rect.bottom()});
        return {upper_left.x, lower_right.y, lower_right.x, upper_left.y};
    }
    /// N of 1:N on the ground at the centre.
    [[nodiscard]] double scale_denominator() const noexcept {
        return ground_metres_per_px * kPxPerInch * 1000 / kMmPerInch;
    }
};

}  // namespace jinsha::print
