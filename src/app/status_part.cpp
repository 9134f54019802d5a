#include "app/status_part.hpp"

#include "geo/geodesic.hpp"

namespace jinsha::app {

namespace {

/// What one CSS pixel covers on the ground in the middle of the view, metres; 0 where that is unknown.
double ground_metres_per_px(const MapSession& session, const map::View& view, double pixel_ratio) {
    const double half_window = view.window().width / 2.0;
    const geo::MapPoint center = view.center();
    const double reach = half_window * view.units_per_pixel() / 2;
    const auto west = session.to_lon_lat({center.x - reach, center.y});
    const auto east = session.to_lon_lat({center.x + reach, center.y});
    if (!west || !east || half_window <= 0) return 0;
    return geo::geodesic_inverse(*west, *east).length_m / half_window * pixel_ratio;
}

}  // namespace

void StatusPart::map_opened() {
    const MapSession& session = context_.map->session;
    context_.model.attribution = session.attribution();
    context_.model.data_date = session.map().document.date;
}

bool StatusPart::take_from_tool(const tools::Command& command) {
    if (const auto* hover = std::get_if<tools::HoverAt>(&command)) pointer_ = hover->at;
    return false;  // who shows what is there sees it as well
}

void StatusPart::update(double /*now_s*/) {
    if (!context_.map) return;
    constexpr double kCssPixelMetres = 0.0254 / 96;
    const MapSession& session = context_.map->session;
    const ViewController& controller = context_.map->controller;
    const map::View& view = controller.view();
    const map::LoadedMap& map = session.map();
    context_.model.map_title = map.document.title.in(context_.language());
    ui::Status status;
    status.map_crs = map.crs.id().empty() ? map.crs.name() : map.crs.id();
    if (pointer_) {
        status.pointer_in_map = view.to_map(*pointer_);
        status.pointer = session.to_lon_lat(*status.pointer_in_map);
    }
    status.zoom = session.snapshot()->zoom(view.units_per_pixel());
    status.units_per_px = view.units_per_pixel() * context_.pixel_ratio;
    status.ground_metres_per_px = ground_metres_per_px(session, view, context_.pixel_ratio);
    status.scale_denominator = status.ground_metres_per_px / kCssPixelMetres;
    context_.model.status = status;
}

}  // namespace jinsha::app
