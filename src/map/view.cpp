#include "map/view.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace jinsha::map {

View::View(geo::MapPoint center, double units_per_pixel, ScreenSize window)
    : center_{center}, units_per_pixel_{units_per_pixel}, window_{window} {
    assert(units_per_pixel > 0 && window.width >= 0 && window.height >= 0);
}

geo::Envelope View::extent() const noexcept {
    const double half_width = window_.width * units_per_pixel_ / 2;
    const double half_height = window_.height * units_per_pixel_ / 2;
    return {center_.x - half_width, center_.y - half_height, center_.x + half_width, center_.y + half_height};
}

geo::ScreenPoint View::to_screen(geo::MapPoint p) const noexcept {
    return {(p.x - center_.x) / units_per_pixel_ + window_.width / 2.0,
            (center_.y - p.y) / units_per_pixel_ + window_.height / 2.0};
}

geo::MapPoint View::to_map(geo::ScreenPoint p) const noexcept {
    return {center_.x + (p.x - window_.width / 2.0) * units_per_pixel_,
            center_.y - (p.y - window_.height / 2.0) * units_per_pixel_};
}

View View::zoomed(double factor, geo::ScreenPoint anchor) const {
    assert(factor > 0);
    const geo::MapPoint fixed = to_map(anchor);
    return {{fixed.x + (center_.x - fixed.x) / factor, fixed.y + (center_.y - fixed.y) / factor},
            units_per_pixel_ / factor,
            window_};
}

View View::panned(double dx, double dy) const {
    return {
        {center_.x - dx * units_per_pixel_, center_.y + dy * units_per_pixel_}, units_per_pixel_, window_};
}

View View::resized(ScreenSize window) const {
    return {center_, units_per_pixel_, window};
}

View View::snapped(geo::MapPoint origin) const {
    const double left = (center_.x - origin.x) / units_per_pixel_ - window_.width / 2.0;
    const double top = (origin.y - center_.y) / units_per_pixel_ - window_.height / 2.0;
    return {{origin.x + (std::round(left) + window_.width / 2.0) * units_per_pixel_,
             origin.y - (std::round(top) + window_.height / 2.0) * units_per_pixel_},
            units_per_pixel_,
            window_};
}

View View::showing(const geo::Envelope& box, ScreenSize window, double margin_px,
                   double fallback_units_per_pixel) {
    assert(!box.is_empty());
    const double inner_width = std::max(1.0, window.width - 2 * margin_px);
    const double inner_height = std::max(1.0, window.height - 2 * margin_px);
    const double scale = std::max(box.width() / inner_width, box.height() / inner_height);
    return {box.center(), scale > 0 ? scale : fallback_units_per_pixel, window};
}

}  // namespace jinsha::map
