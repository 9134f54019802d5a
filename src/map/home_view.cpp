#include "map/home_view.hpp"

#include <algorithm>

namespace jinsha::map {

View home_view(const LoadedMap& map, ScreenSize window, double pixel_ratio, int left_inset) {
    constexpr double kMarginPx = 24;
    constexpr double kZoomOfAPoint = 14;  // a map of one place opens at the scale of a neighbourhood
    const double fallback = map.scale.units_per_px(map.document.zoom.value_or(kZoomOfAPoint)) / pixel_ratio;
    geo::Envelope box = map.home.is_empty() ? map.extent : map.home;
    if (box.is_empty()) box.extend(map.origin);
    const int free_width = std::max(1, window.width - left_inset);
    const View free = View::showing(box, {free_width, window.height}, kMarginPx * pixel_ratio, fallback);
    return View{free.center(), free.units_per_pixel(), window}.panned((window.width - free_width) / 2.0, 0);
}

}  // namespace jinsha::map
