#include "app/edit_tools_part.hpp"

#include "geo/coordinate_text.hpp"
#include "geo/crs_transform.hpp"
#include "map/edit_geometry.hpp"
#include "map/new_feature.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <utility>

namespace jinsha::app {

namespace {

std::string today() {
    const std::time_t now = std::time(nullptr);
    return fmt::format("{:%Y-%m-%d}", fmt::localtime(now));
}

geo::GeometryType type_of(Sketch::Kind kind) {
    switch (kind) {
        case Sketch::Kind::Point:
            return geo::GeometryType::Point;
        case Sketch::Kind::Line:
            return geo::GeometryType::Line;
        case Sketch::Kind::Area:
            return geo::GeometryType::Polygon;
    }
    return geo::GeometryType::None;
}

}  // namespace

EditToolsPart::EditToolsPart(WindowContext& context, EditingPart& editing)
    : context_{context}, editing_{editing} {
    add_actions();
    context_.toolbox.set_grabbable([this](geo::ScreenPoint at) { return grabbable(at); });
    editing_.set_delete_first([this] {
        const bool is_vertex = tool_ == "reshape" && picked_;
        if (is_vertex) delete_vertex(picked_);
        return is_vertex;
    });
}

void EditToolsPart::add_actions() {
    using sf::Keyboard;
    const auto add = [this](const char* id, const char* label, const char* key_shown, Keyboard::Key key,
                            std::function<bool()> is_enabled) {
        const std::string_view tool = std::string_view{id}.substr(std::string_view{"tool."}.size());
        context_.actions.add({id,
                              label,
                              key_shown,
                              {{key}},
                              [this, tool] { use(tool_ == tool ? "" : tool); },
                              std::move(is_enabled)});
    };
    const auto has_target = [this](geo::GeometryType type) {
        return [this, type] { return editing_.target(type).has_value(); };
    };
    using geo::GeometryType;
    add("tool.point", "action.add_point", "P", Keyboard::P, has_target(GeometryType::Point));
    add("tool.line", "action.add_line", "L", Keyboard::L, has_target(GeometryType::Line));
    add("tool.area", "action.add_area", "A", Keyboard::A, has_target(GeometryType::Polygon));
    add("tool.hole", "action.add_hole", "O", Keyboard::O, [this] {
        return tool_ == "hole" ||
               (context_.map && selected() && selected()->geometry->type == geo::GeometryType::Polygon);
    });
    add("tool.reshape", "action.reshape", "V", Keyboard::V, has_target(GeometryType::None));
}

void EditToolsPart::use(std::string_view tool) {
    area_.reset();
    if (tool == "hole") area_ = context_.map->edited;
    tool_ = tool;
    fault_.clear();
    sketch_.reset();
    drag_.reset();
    picked_.reset();
    snap_.reset();
    if (tool_ == "point") sketch_.emplace(Sketch::Kind::Point);
    if (tool_ == "line") sketch_.emplace(Sketch::Kind::Line);
    if (tool_ == "area" || tool_ == "hole") sketch_.emplace(Sketch::Kind::Area);
    if (sketch_) context_.wants_selected.emplace();  // the card would lie in the way
    context_.toolbox.set_editing(sketch_              ? tools::Toolbox::Editing::Draw
                                 : tool_ == "reshape" ? tools::Toolbox::Editing::Reshape
                                                      : tools::Toolbox::Editing::None);
    context_.wants_frame = true;
}

bool EditToolsPart::take_from_tool(const tools::Command& command) {
    if (const auto* hover = std::get_if<tools::HoverAt>(&command)) {
        pointer_ = hover->at;
        return is_drawing();
    }
    if (const auto* to = std::get_if<tools::DrawTo>(&command)) {
        place(snapped(to->at));
    } else if (std::holds_alternative<tools::DrawEnd>(command)) {
        finish();
    } else if (std::holds_alternative<tools::DrawBack>(command)) {
        sketch_->take_back();
    } else if (std::holds_alternative<tools::DrawGiveUp>(command)) {
        const bool has_begun = sketch_ && !sketch_->vertices().empty();
        has_begun ? sketch_->clear() : use("");
    } else if (const auto* dragged_to = std::get_if<tools::DragTo>(&command)) {
        drag(*dragged_to);
    } else if (std::holds_alternative<tools::Drop>(command)) {
        drop();
    } else if (std::holds_alternative<tools::DragGiveUp>(command)) {
        drag_.reset();
    } else if (const auto* pick = std::get_if<tools::PickVertexAt>(&command)) {
        const auto grip = grip_at(pick->at);
        picked_ = grip && grip->kind == Grip::Kind::Vertex ? std::optional{grip->vertex} : std::nullopt;
    } else if (const auto* doomed = std::get_if<tools::DeleteVertexAt>(&command)) {
        const auto grip = grip_at(doomed->at);
        if (grip && grip->kind == Grip::Kind::Vertex) delete_vertex(grip->vertex);
    } else if (std::holds_alternative<tools::DeletePickedVertex>(command)) {
        delete_vertex(picked_);
    } else {
        return false;
    }
    return true;
}

bool EditToolsPart::take_from_panel(const ui::Command& command) {
    const auto* entered = std::get_if<ui::EnterCoordinates>(&command);
    if (!entered || !sketch_) return false;
    take_coordinates(entered->text);
    return true;
}

void EditToolsPart::place(geo::MapPoint vertex) {
    fault_.clear();
    if (sketch_->is_closed_by(vertex)) return finish();
    sketch_->add(vertex);
    if (sketch_->kind() == Sketch::Kind::Point) finish();
}

void EditToolsPart::finish() {
    auto geometry = sketch_->geometry();
    if (!geometry) {
        if (!sketch_->vertices().empty()) fault_ = context_.tr()("draw.too_few");
        return;
    }
    if (area_) return finish_hole(sketch_->vertices());
    const auto target = editing_.target(geometry->type);
    if (!target) return;
    const map::LoadedMap& map = context_.map->session.map();
    const map::LoadedSource& source = map.sources[*target];
    const auto added = editing_.apply(map::AddFeatures{
        *target,
        {map::new_feature(*source.source, map.document.source(source.id), *std::move(geometry), today())}});
    if (!added) return tell(added.error());
    use("");
    context_.wants_selected = added->front();
}

void EditToolsPart::finish_hole(std::vector<geo::MapPoint> ring) {
    const map::FeatureKey area = *area_;
    const auto state = editing_.state(area);
    const auto geometry = state ? map::with_hole(*state->geometry, std::move(ring)) : std::nullopt;
    if (!geometry) {
        fault_ = context_.tr()("draw.hole_outside");
        return sketch_->clear();
    }
    if (const auto done = editing_.apply(map::SetGeometry{area, *geometry}); !done) return tell(done.error());
    use("");
    context_.wants_selected = area;
}

void EditToolsPart::take_coordinates(const std::string& text) {
    const map::LoadedMap& map = context_.map->session.map();
    const map::View& view = context_.map->controller.view();
    const auto near = context_.map->session.to_lon_lat(view.center());
    const auto written = geo::read_coordinates(text, {map.crs.definition(), near.value_or(geo::LonLat{})});
    const auto crs = written ? geo::Crs::from(written->crs) : tl::make_unexpected(written.error());
    const auto transform = crs ? geo::CrsTransform::between(*crs, map.crs) : tl::make_unexpected(crs.error());
    const geo::MapPoint at = transform ? transform->to_map(written->at) : geo::MapPoint{NAN, NAN};
    if (!std::isfinite(at.x) || !std::isfinite(at.y)) {
        fault_ = context_.tr()("draw.not_understood");
        return;
    }
    place(at);
    const geo::ScreenPoint there = view.to_screen(at);
    const auto window = view.window();
    if (there.x < 0 || there.y < 0 || there.x > window.width || there.y > window.height)
        context_.map->controller.show({at, view.units_per_pixel(), window});
}

void EditToolsPart::tell(const Error& error) {
    context_.add_note(ui::Note::Kind::Warning, error.message(), "");
}

void EditToolsPart::update(double /*now_s*/) {
    if (!context_.map) return;
    const std::size_t vertices = sketch_ ? sketch_->vertices().size() : 0;
    const auto draws = sketch_ && !area_ ? type_of(sketch_->kind()) : geo::GeometryType::None;
    editing_.show_tool({tool_, fault_, vertices, draws});
    show_sketch();
}

}  // namespace jinsha::app
