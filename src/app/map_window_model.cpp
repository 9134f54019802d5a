#include "app/map_window.hpp"
#include "geo/geodesic.hpp"

#include <cmath>

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

std::string MapWindow::language() const {
    return model_.appearance.language == ui::Language::English ? "en" : "zh";
}

void MapWindow::update_model() {
    const auto size = window_.getSize();
    model_.window = {static_cast<int>(size.x), static_cast<int>(size.y)};
    model_.loading = opening_ ? std::optional{opening_->progress()} : std::nullopt;
    if (!session_) return;
    model_.layers =
        session_->rows(session_->snapshot()->zoom(controller_->view().units_per_pixel()), language());
    update_status();
    update_card();
}

void MapWindow::update_status() {
    constexpr double kCssPixelMetres = 0.0254 / 96;
    const map::View& view = controller_->view();
    ui::Status status;
    const map::LoadedMap& map = session_->map();
    status.map_crs = map.crs.id().empty() ? map.crs.name() : map.crs.id();
    if (pointer_) {
        status.pointer_in_map = view.to_map(*pointer_);
        status.pointer = session_->to_lon_lat(*status.pointer_in_map);
    }
    status.zoom = session_->snapshot()->zoom(view.units_per_pixel());
    status.units_per_px = view.units_per_pixel() * pixel_ratio_;
    status.ground_metres_per_px = ground_metres_per_px(*session_, view, pixel_ratio_);
    status.scale_denominator = status.ground_metres_per_px / kCssPixelMetres;
    model_.status = status;
}

void MapWindow::update_card() {
    if (model_.card && card_place_) model_.card->anchor = controller_->view().to_screen(*card_place_);
    if (!hovered_ || !pointer_) {
        model_.hover.reset();
        return;
    }
    if (model_.hover) model_.hover->at = *pointer_;
}

}  // namespace jinsha::app
