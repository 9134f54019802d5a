#include "map/home_view.hpp"

#include <algorithm>

namespace jinsha::map {

View home_view(const LoadedMap& map, ScreenSize window, double pixel_ratio, const Insets& covered) {
    constexpr double kMarginPx = 24;
    constexpr double kZoomOfAPoint = 14;  // a map of one place opens at the scale of a neighbourhood
    const double fallback = map.scale.units_per_px(map.document.zoom.value_or(kZoomOfAPoint)) / pixel_ratio;
    geo::Envelope box = map.home.is_empty() ? map.extent : map.home;
    if (box.is_empty()) box.extend(map.origin);
    const ScreenSize free{std::max(1, window.width - covered.left - covered.right),
                          std::max(1, window.height - covered.top - covered.bottom)};
    const View view = View::showing(box, free, kMarginPx * pixel_ratio, fallback);
    const double right_of_middle = covered.left + free.width / 2.0 - window.width / 2.0;
    const double below_middle = covered.top + free.height / 2.0 - window.height / 2.0;
    return View{view.center(), view.units_per_pixel(), window}.panned(right_of_middle, below_middle);
}

}  // namespace jinsha::map
