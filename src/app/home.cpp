#include "app/home.hpp"

#include "map/home_view.hpp"
#include "ui/theme.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace jinsha::app {

namespace {

constexpr double kHighestZoom = 22;
constexpr double kFarthest = 4;  // how much smaller than the window the map may become

}  // namespace

map::View home_beside_panels(const WindowContext& context, map::ScreenSize window) {
    return home_beside_panels(context.map->session.map(), context, window);
}

map::View home_beside_panels(const map::LoadedMap& map, const WindowContext& context,
                             map::ScreenSize window) {
    using Is = ui::Measures;
    const auto px = [&](float css_px) { return static_cast<int>(css_px * context.pixel_ratio); };
    map::Insets covered{.left = px(Is::kMargin + Is::kListWidth)};
    const bool has_room = !context.model.panels_hidden && window.width >= 4 * covered.left;
    if (map.home.is_empty()) {
        covered.top = covered.right = px(Is::kMargin + Is::kRow + Is::kGrid);
        covered.bottom = px(Is::kStatusHeight);
    }
    return map::home_view(map, window, context.pixel_ratio, has_room ? covered : map::Insets{});
}

OpenMap make_open_map(OpenedMap opened, const WindowContext& context, map::ScreenSize window) {
    const map::View home = home_beside_panels(opened.map, context, window);
    MapSession session{std::move(opened), context.pixel_ratio, 1};
    const ViewRules rules = view_rules(session, home, context.pixel_ratio);
    const auto folder = session.map().document.path.parent_path();
    auto icons = std::make_shared<const symbol::IconStore>(
        std::vector{folder / "icons", context.options.resources / "assets" / "icons"});
    return {std::move(session), ViewController{home, rules}, std::move(icons)};
}

ViewRules view_rules(const MapSession& session, const map::View& home, double pixel_ratio) {
    const map::LoadedMap& map = session.map();
    geo::Envelope all = map.extent;
    all.extend(home.extent());
    const map::View whole = map::View::showing(all, home.window(), 0, home.units_per_pixel());
    ViewRules rules;
    rules.grid_origin = session.snapshot()->origin;
    rules.scale = map.scale;
    rules.pixel_ratio = pixel_ratio;
    rules.min_units_per_pixel =
        std::min(home.units_per_pixel(), map.scale.units_per_px(kHighestZoom) / pixel_ratio);
    rules.max_units_per_pixel = whole.units_per_pixel() * kFarthest;
    rules.center_bounds = all;
    rules.home = map.home.is_empty() ? map.extent : map.home;
    return rules;
}

}  // namespace jinsha::app
