#include "app/measure_part.hpp"

#include "app/identify_part.hpp"
#include "ui/measure_texts.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::app {

MeasurePart::MeasurePart(WindowContext& context) : context_{context} {
    add_actions();
}

void MeasurePart::add_actions() {
    using sf::Keyboard;
    context_.actions.add({"measure",
                          "action.measure",
                          "M",
                          {{Keyboard::M}},
                          [this] {
                              const bool was_on = is_on_;
                              context_.model.side_panel = was_on ? "" : "measure";
                              switch_on(!was_on);
                          },
                          [this] { return context_.map.has_value(); }});
    context_.actions.add({"measure-clear",
                          "action.measure_clear",
                          "Shift + M",
                          {{.key = Keyboard::M, .shift = true}},
                          [this] { clear(); },
                          [this] { return !done_.empty() || !places_.empty(); }});
}

void MeasurePart::map_closing() {
    clear();
    switch_on(false);
    context_.model.measure.reset();
}

bool MeasurePart::take_from_tool(const tools::Command& command) {
    if (const auto* hover = std::get_if<tools::HoverAt>(&command)) {
        pointer_ = hover->at;
        return false;  // others show what is there
    }
    if (const auto* to = std::get_if<tools::MeasureTo>(&command)) {
        go_on_to(to->at);
    } else if (std::holds_alternative<tools::MeasureEnd>(command)) {
        end();
    } else if (std::holds_alternative<tools::MeasureBack>(command)) {
        if (!places_.empty()) places_.pop_back();
    } else if (std::holds_alternative<tools::MeasureGiveUp>(command)) {
        give_up();
    } else {
        return false;
    }
    return true;
}

bool MeasurePart::take_from_panel(const ui::Command& command) {
    if (const auto* measure = std::get_if<ui::Measure>(&command)) {
        places_.clear();
        kind_ = measure->kind;
        switch_on(true);
    } else if (std::holds_alternative<ui::ClearMeasures>(command)) {
        clear();
    } else {
        return false;
    }
    return true;
}

void MeasurePart::switch_on(bool is_on) {
    places_.clear();
    is_on_ = is_on;
    context_.toolbox.set_measuring(is_on);
}

void MeasurePart::go_on_to(geo::ScreenPoint at) {
    const auto place = place_at(at, true);
    if (!place) return;
    if (!places_.empty() && places_.back() == *place) return;  // a click that was none of its own
    places_.push_back(*place);
    if (kind_ == ui::MeasureKind::Circle && places_.size() == 2) end();
}

void MeasurePart::end() {
    const std::size_t least = kind_ == ui::MeasureKind::Area ? 3 : 2;
    if (places_.size() < least) return;
    done_.push_back({kind_, std::exchange(places_, {})});
}

/// First what is being measured, then measuring itself, and its panel.
void MeasurePart::give_up() {
    if (!places_.empty()) return places_.clear();
    switch_on(false);
    if (context_.model.side_panel == "measure") context_.model.side_panel.clear();
}

void MeasurePart::clear() {
    done_.clear();
    places_.clear();
}

std::optional<geo::MeasurePlace> MeasurePart::place_at(geo::ScreenPoint at, bool snaps) const {
    const MapSession& session = context_.map->session;
    geo::MapPoint point = context_.map->controller.view().to_map(at);
    if (snaps) {
        for (const Met& met : met_at(context_, at)) {
            const bool is_point = session.position_quality(met).has_value();
            if (const auto place = is_point ? session.place(met.feature) : std::nullopt) {
                point = *place;
                break;
            }
        }
    }
    const auto position = session.to_lon_lat(point);
    if (!position) return std::nullopt;
    return geo::MeasurePlace{*position, point};
}

void MeasurePart::update(double /*now_s*/) {
    if (!context_.map) return;
    if (is_on_ && context_.model.side_panel != "measure") switch_on(false);  // its panel was closed
    auto now = std::make_shared<const ui::MeasureModel>(model());
    if (!context_.model.measure || *context_.model.measure != *now) context_.model.measure = std::move(now);
}

ui::MeasureModel MeasurePart::model() const {
    const geo::Crs& crs = context_.map->session.map().crs;
    ui::MeasureModel model;
    model.kind = kind_;
    model.is_on = is_on_;
    model.plane = crs.id().empty() ? crs.name() : crs.id();
    for (const Drawn& drawn : done_) add(model, drawn);
    if (places_.empty()) return model;
    Drawn drawing{kind_, places_};
    const auto next = pointer_ ? place_at(*pointer_, false) : std::nullopt;
    if (next && *next != places_.back()) drawing.places.push_back(*next);
    add(model, drawing);
    return model;
}

void MeasurePart::add(ui::MeasureModel& model, const Drawn& drawn) const {
    switch (drawn.kind) {
        case ui::MeasureKind::Distance:
            return add_path(model, drawn);
        case ui::MeasureKind::Area:
            return add_area(model, drawn);
        case ui::MeasureKind::Circle:
            return add_circle(model, drawn);
    }
}

geo::ScreenPoint MeasurePart::on_screen(geo::MapPoint p) const {
    return context_.map->controller.view().to_screen(p);
}

void MeasurePart::add_path(ui::MeasureModel& model, const Drawn& drawn) const {
    const auto path = geo::measure_path(drawn.places, context_.map->session.map().crs.unit_metres());
    ui::MeasureShape shape;
    for (const geo::MeasurePlace& place : drawn.places) shape.line.push_back(on_screen(place.in_map));
    shape.places = shape.line;
    for (std::size_t i = 0; i < path.legs_m.size() && path.legs_m.size() > 1; ++i) {
        const geo::ScreenPoint a = shape.line[i];
        const geo::ScreenPoint b = shape.line[i + 1];
        model.labels.push_back(
            {ui::measured_length(path.legs_m[i]), {(a.x + b.x) / 2, (a.y + b.y) / 2}, false});
    }
    if (!path.legs_m.empty()) {
        model.labels.push_back({ui::measured_length(path.ellipsoid_m), shape.line.back(), true});
        model.rows.push_back(ui::path_row(context_.tr(), path, model.plane));
    }
    model.shapes.push_back(std::move(shape));
}

void MeasurePart::add_area(ui::MeasureModel& model, const Drawn& drawn) const {
    ui::MeasureShape shape;
    for (const geo::MeasurePlace& place : drawn.places) shape.places.push_back(on_screen(place.in_map));
    shape.line = shape.places;
    if (drawn.places.size() > 2) {
        shape.line.push_back(shape.line.front());
        const auto area = geo::measure_area(drawn.places, context_.map->session.map().crs.unit_metres());
        model.labels.push_back({ui::short_area(context_.tr(), area.ellipsoid_m2), shape.places.back(), true});
        model.rows.push_back(ui::area_row(context_.tr(), area, model.plane));
    }
    model.shapes.push_back(std::move(shape));
}

void MeasurePart::add_circle(ui::MeasureModel& model, const Drawn& drawn) const {
    ui::MeasureShape shape;
    for (const geo::MeasurePlace& place : drawn.places) shape.places.push_back(on_screen(place.in_map));
    if (drawn.places.size() > 1) {
        const MapSession& session = context_.map->session;
        const auto circle =
            geo::measure_circle(drawn.places[0], drawn.places[1], session.map().crs.unit_metres());
        for (const geo::LonLat& position : circle.ring) {
            if (const auto at = session.to_map(position)) shape.line.push_back(on_screen(*at));
        }
        if (!shape.line.empty()) shape.line.push_back(shape.line.front());
        model.labels.push_back({ui::measured_length(circle.ellipsoid_radius_m), shape.places[1], true});
        model.rows.push_back(ui::circle_row(context_.tr(), circle, model.plane));
    }
    model.shapes.push_back(std::move(shape));
}

}  // namespace jinsha::app
