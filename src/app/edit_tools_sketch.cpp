#include "app/edit_tools_part.hpp"
#include "map/edit_geometry.hpp"

#include <cmath>
#include <memory>
#include <utility>

// How what is drawn and reshaped lies over the map.
namespace jinsha::app {

namespace {

constexpr double kHandleApartPx = 10;  // CSS pixels; of vertices that lie closer together only one is shown

double distance(geo::ScreenPoint a, geo::ScreenPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

void EditToolsPart::show_sketch() {
    ui::SketchModel sketch;
    if (area_)
        if (const auto state = editing_.state(*area_)) add_lines(sketch, *state->geometry);
    if (sketch_) add_drawing(sketch);
    if (tool_ == "reshape") add_reshaped(sketch);
    const bool may_snap = (sketch_ && pointer_) || drag_;
    if (snap_ && may_snap) {
        using Kind = ui::SketchModel::Hint::Kind;
        const bool is_vertex = snap_->to == tools::Snap::To::Vertex;
        sketch.hint = {to_screen(snap_->at), is_vertex ? Kind::Vertex : Kind::Edge};
    }
    auto& shown = context_.model.sketch;
    const bool is_empty = sketch == ui::SketchModel{};
    if (is_empty ? shown == nullptr : shown && *shown == sketch) return;
    shown = is_empty ? nullptr : std::make_shared<const ui::SketchModel>(std::move(sketch));
}

geo::ScreenPoint EditToolsPart::to_screen(geo::MapPoint p) const {
    return context_.map->controller.view().to_screen(p);
}

void EditToolsPart::add_lines(ui::SketchModel& sketch, const geo::Geometry& geometry) const {
    if (geometry.type == geo::GeometryType::Point) {
        for (const geo::MapPoint p : geometry.points)
            sketch.handles.push_back({to_screen(p), ui::SketchModel::Handle::Kind::Vertex});
        return;
    }
    for (std::size_t i = 0; i < geometry.part_ends.size(); ++i) {
        auto& line = sketch.lines.emplace_back();
        for (const geo::MapPoint p : geometry.view().part(i)) line.push_back(to_screen(p));
    }
}

void EditToolsPart::add_drawing(ui::SketchModel& sketch) {
    std::vector<geo::ScreenPoint> line;
    for (const geo::MapPoint p : sketch_->vertices()) {
        line.push_back(to_screen(p));
        sketch.handles.push_back({line.back(), ui::SketchModel::Handle::Kind::Vertex});
    }
    if (pointer_) {
        const geo::ScreenPoint at = to_screen(snapped(*pointer_));
        if (!line.empty()) sketch.faint_lines.push_back({line.back(), at});
        if (sketch_->kind() == Sketch::Kind::Area && line.size() > 1)
            sketch.faint_lines.push_back({at, line.front()});
    }
    if (line.size() > 1) sketch.lines.push_back(std::move(line));
}

void EditToolsPart::add_reshaped(ui::SketchModel& sketch) {
    if (!drag_ && !selected()) return;
    const geo::Geometry geometry = drag_ ? dragged() : *selected_->geometry;
    if (geometry.type == geo::GeometryType::Point && !drag_) return;  // the symbol is there
    add_lines(sketch, geometry);
    add_handles(sketch, geometry);
}

void EditToolsPart::add_handles(ui::SketchModel& sketch, const geo::Geometry& geometry) const {
    using Kind = ui::SketchModel::Handle::Kind;
    const map::View& view = context_.map->controller.view();
    const auto window = view.window();
    const auto is_seen = [&](geo::ScreenPoint p) {
        return p.x > -16 && p.y > -16 && p.x < window.width + 16 && p.y < window.height + 16;
    };
    for (const std::size_t i : map::edges_of(geometry)) {
        const geo::ScreenPoint a = view.to_screen(geometry.points[i]),
                               b = view.to_screen(geometry.points[i + 1]);
        const geo::ScreenPoint half{(a.x + b.x) / 2, (a.y + b.y) / 2};
        if (distance(a, b) >= kShownEdgePx * context_.pixel_ratio && is_seen(half))
            sketch.handles.push_back({half, Kind::Middle});
    }
    std::optional<geo::ScreenPoint> last;
    for (const std::size_t i : map::vertices_of(geometry)) {
        const geo::ScreenPoint at = view.to_screen(geometry.points[i]);
        if (!is_seen(at) || (last && distance(*last, at) < kHandleApartPx * context_.pixel_ratio)) continue;
        last = at;
        sketch.handles.push_back({at, picked_ == i ? Kind::Picked : Kind::Vertex});
    }
}

}  // namespace jinsha::app
