#include "app/edit_tools_part.hpp"
#include "app/identify_part.hpp"
#include "map/edit_geometry.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

// How what is selected is moved and reshaped.
namespace jinsha::app {

namespace {

constexpr double kSnapPx = 8;    // CSS pixels
constexpr double kHandlePx = 9;  // a press so near to a handle means it

double distance(geo::ScreenPoint a, geo::ScreenPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

geo::MapPoint middle(geo::MapPoint a, geo::MapPoint b) {
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

}  // namespace

const map::FeatureStatePtr& EditToolsPart::selected() {
    const auto& edited = context_.map->edited;
    const std::uint64_t revision = context_.map->session.snapshot()->revision;
    if (!edited) {
        selected_.reset();
    } else if (!selected_ || *edited != selected_key_ || revision != revision_) {
        selected_key_ = *edited;
        selected_ =
            editing_.read_only(selected_key_.source).empty() ? editing_.state(selected_key_) : nullptr;
        revision_ = revision;
        picked_.reset();
    }
    return selected_;
}

std::optional<EditToolsPart::Grip> EditToolsPart::grip_at(geo::ScreenPoint at) {
    const map::FeatureStatePtr& state = selected();
    if (!state) return std::nullopt;
    const geo::Geometry& geometry = *state->geometry;
    const map::View& view = context_.map->controller.view();
    std::optional<Grip> nearest;
    double nearest_px = kHandlePx * context_.pixel_ratio;
    const auto look = [&](geo::MapPoint handle, Grip grip) {
        const double px = distance(view.to_screen(handle), at);
        if (px > nearest_px) return;
        nearest_px = px;
        nearest = grip;
    };
    const bool is_point = geometry.type == geo::GeometryType::Point && geometry.points.size() == 1;
    if (!is_point)
        for (const std::size_t i : map::vertices_of(geometry))
            look(geometry.points[i], {Grip::Kind::Vertex, i});
    if (nearest) return nearest;
    for (const std::size_t i : map::edges_of(geometry)) {
        const geo::MapPoint a = geometry.points[i], b = geometry.points[i + 1];
        if (distance(view.to_screen(a), view.to_screen(b)) >= kShownEdgePx * context_.pixel_ratio)
            look(middle(a, b), {Grip::Kind::Edge, i});
    }
    if (nearest) return nearest;
    const auto picks = picks_at(context_, at);
    const auto is_it = [&](const scene::Pick& pick) {
        return !pick.cluster && pick.feature == selected_key_;
    };
    return std::ranges::any_of(picks, is_it) ? std::optional<Grip>{{Grip::Kind::Feature, 0}} : std::nullopt;
}

tools::Grabbable EditToolsPart::grabbable(geo::ScreenPoint at) {
    if (!context_.map) return tools::Grabbable::Nothing;
    const auto grip = grip_at(at);
    if (!grip) return tools::Grabbable::Nothing;
    return grip->kind == Grip::Kind::Feature ? tools::Grabbable::Feature : tools::Grabbable::Vertex;
}

void EditToolsPart::drag(const tools::DragTo& drag) {
    if (!drag_) {
        const auto grip = grip_at(drag.from);
        if (!grip || !selected_) return;
        geo::MapPoint from = context_.map->controller.view().to_map(drag.from);
        const geo::Geometry& geometry = *selected_->geometry;
        if (grip->kind == Grip::Kind::Feature && geometry.type == geo::GeometryType::Point)
            from = geometry.points.front();  // the point itself goes to where the pointer is
        drag_ = Drag{*grip, selected_key_, from, from, geometry};
    }
    const bool is_area =
        drag_->grip.kind == Grip::Kind::Feature && drag_->geometry.type != geo::GeometryType::Point;
    drag_->to = is_area ? context_.map->controller.view().to_map(drag.at) : snapped(drag.at);
}

void EditToolsPart::drop() {
    if (!drag_) return;
    const Drag drag = *std::exchange(drag_, std::nullopt);
    snap_.reset();
    const auto done = drag.grip.kind == Grip::Kind::Feature
                          ? editing_.apply(map::MoveFeatures{
                                {drag.feature}, drag.to.x - drag.from.x, drag.to.y - drag.from.y})
                          : [&] {
                                drag_ = drag;
                                const geo::Geometry geometry = dragged();
                                drag_.reset();
                                return editing_.apply(map::SetGeometry{drag.feature, geometry});
                            }();
    if (!done) tell(done.error());
}

geo::Geometry EditToolsPart::dragged() const {
    switch (drag_->grip.kind) {
        case Grip::Kind::Vertex:
            return map::with_vertex_at(drag_->geometry, drag_->grip.vertex, drag_->to);
        case Grip::Kind::Edge:
            return map::with_vertex_after(drag_->geometry, drag_->grip.vertex, drag_->to);
        case Grip::Kind::Feature:
            break;
    }
    geo::Geometry moved = drag_->geometry;
    for (geo::MapPoint& p : moved.points)
        p = {p.x + drag_->to.x - drag_->from.x, p.y + drag_->to.y - drag_->from.y};
    return moved;
}

void EditToolsPart::delete_vertex(std::optional<std::size_t> vertex) {
    const map::FeatureStatePtr state = selected();
    if (!state || !vertex || *vertex >= state->geometry->points.size()) return;
    const auto geometry = map::without_vertex(*state->geometry, *vertex);
    picked_.reset();
    if (!geometry) {
        fault_ = context_.tr()("draw.last_vertex");
        return;
    }
    if (const auto done = editing_.apply(map::SetGeometry{selected_key_, *geometry}); !done)
        tell(done.error());
}

geo::MapPoint EditToolsPart::snapped(geo::ScreenPoint at) {
    const map::View& view = context_.map->controller.view();
    tools::SnapRequest request{
        view.to_map(at), kSnapPx * context_.pixel_ratio * view.units_per_pixel(), {}, {}};
    if (sketch_) request.own = sketch_->vertices();
    if (drag_) request.without = drag_->feature;
    snap_ = tools::snap(*context_.map->session.snapshot(), request);
    return snap_ ? snap_->at : request.at;
}

}  // namespace jinsha::app
