#include "app/sketch.hpp"

#include "map/edit_geometry.hpp"

namespace jinsha::app {

void Sketch::add(geo::MapPoint vertex) {
    if (vertices_.empty() || vertices_.back() != vertex) vertices_.push_back(vertex);
}

void Sketch::take_back() {
    if (!vertices_.empty()) vertices_.pop_back();
}

bool Sketch::is_closed_by(geo::MapPoint vertex) const {
    constexpr std::size_t kFewest = 3;
    return kind_ == Kind::Area && vertices_.size() >= kFewest && vertices_.front() == vertex;
}

std::optional<geo::Geometry> Sketch::geometry() const {
    if (vertices_.empty()) return std::nullopt;
    if (kind_ == Kind::Line) return map::line_through(vertices_);
    if (kind_ == Kind::Area) return map::area_inside(vertices_);
    geo::Geometry point{geo::GeometryType::Point, {vertices_.back()}, {}};
    point.end_part();
    return point;
}

}  // namespace jinsha::app
