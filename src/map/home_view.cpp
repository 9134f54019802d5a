#include "map/home_view.hpp"

namespace jinsha::map {

View home_view(const LoadedMap& map, ScreenSize window, double pixel_ratio) {
    constexpr double kMarginPx = 24;
    constexpr double kZoomOfAPoint = 14;  // a map of one place opens at the scale of a neighbourhood
    const double fallback = map.scale.units_per_px(map.document.zoom.value_or(kZoomOfAPoint)) / pixel_ratio;
    geo::Envelope box = map.home.is_empty() ? map.extent : map.home;
    if (box.is_empty()) box.extend(map.origin);
    return View::showing(box, window, kMarginPx * pixel_ratio, fallback);
}

}  // namespace jinsha::map
