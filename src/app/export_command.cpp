#include "app/export_command.hpp"

#include "app/open_for_command.hpp"
#include "geo/crs_transform.hpp"
#include "map/home_view.hpp"
#include "print/export_image.hpp"
#include "scene/map_snapshot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace jinsha::app {

namespace {

constexpr double kDpiOfCssPixel = 96;

/// Which layers are drawn: those the document shows, or those that were named. The error names an unknown
/// one.
Result<std::vector<bool>> visible_layers(const map::MapDocument& document,
                                         const std::vector<std::string>& names) {
    std::vector<bool> visible;
    for (const auto& layer : document.layers) {
        const bool is_named = std::find(names.begin(), names.end(), layer.style.id()) != names.end();
        visible.push_back(names.empty() ? layer.style.is_visible() : is_named);
    }
    for (const std::string& name : names) {
        const auto has_name = [&](const map::DocumentLayer& layer) { return layer.style.id() == name; };
        if (std::none_of(document.layers.begin(), document.layers.end(), has_name)) {
            return fail("--layers: the map has no layer '{}'", name);
        }
    }
    return visible;
}

Result<geo::MapPoint> to_map(const geo::CrsTransform& transform, geo::LonLat p) {
    const geo::MapPoint there = transform.to_map(geo::SourcePoint{p.lon_deg, p.lat_deg});
    if (!std::isfinite(there.x) || !std::isfinite(there.y)) {
        return fail("{}, {} cannot be shown in the CRS of the map", p.lon_deg, p.lat_deg);
    }
    return there;
}

Result<map::View> view_of_box(const geo::CrsTransform& transform, const ExportCommand& command,
                              double fallback) {
    const auto& [west, south, east, north] = *command.bbox;
    if (!(west < east && south < north)) return fail("--bbox: expected west < east and south < north");
    geo::Envelope box;
    for (const geo::LonLat corner : {geo::LonLat{west, south}, {west, north}, {east, south}, {east, north}}) {
        const auto there = to_map(transform, corner);
        if (!there) return tl::make_unexpected(there.error().in("--bbox"));
        box.extend(*there);
    }
    return map::View::showing(box, command.size, 0, fallback);
}

Result<map::View> view_of(const map::LoadedMap& map, const ExportCommand& command, double pixel_ratio) {
    const map::View home = map::home_view(map, command.size, pixel_ratio);
    if (!command.bbox && !command.center && !command.zoom) return home;
    const auto transform = geo::CrsTransform::between(geo::Crs::wgs84(), map.crs);
    if (!transform) return tl::make_unexpected(transform.error());
    if (command.bbox) return view_of_box(*transform, command, home.units_per_pixel());

    geo::MapPoint center = home.center();
    if (command.center) {
        const auto there = to_map(*transform, *command.center);
        if (!there) return tl::make_unexpected(there.error().in("--center"));
        center = *there;
    }
    const double scale =
        command.zoom ? map.scale.units_per_px(*command.zoom) / pixel_ratio : home.units_per_pixel();
    return map::View{center, scale, command.size};
}

}  // namespace

int run_export(const ExportCommand& command, const Resources& resources) {
    if (command.output.extension() != ".png") {
        return complain(fmt::format("{}: expected a name that ends in .png", command.output.string()));
    }
    const auto map = open_for_command(command.map);
    if (!map) return complain(map.error().message());

    const double pixel_ratio = command.dpi / kDpiOfCssPixel;
    const auto visible = visible_layers(map->document, command.layers);
    if (!visible) return complain(visible.error().message());
    const auto view = view_of(*map, command, pixel_ratio);
    if (!view) return complain(view.error().message());
    const auto fonts = text::FontSet::load();
    if (!fonts) return complain(fonts.error().message());

    const auto icons = std::make_shared<const symbol::IconStore>(
        std::vector{map->document.path.parent_path() / "icons", resources.icons()});
    const auto snapshot = scene::make_snapshot(*map, {*visible, pixel_ratio, command.look}, 1);
    const print::DrawnView drawn = print::draw_view(snapshot, *view, *fonts, icons);
    for (const std::string& fault : drawn.faults) complain(fault);
    if (const auto written = print::write_png(drawn.picture, command.dpi, command.output); !written) {
        return complain(written.error().message());
    }
    return status_of(*map);
}

}  // namespace jinsha::app
