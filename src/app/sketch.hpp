#pragma once

#include "geo/geometry.hpp"
#include "geo/points.hpp"

#include <optional>
#include <vector>

namespace jinsha::app {

/// What a tool is drawing: vertices one after the other, in the map CRS.
class Sketch {
public:
    enum class Kind { Point, Line, Area };
    explicit Sketch(Kind kind) : kind_{kind} {}

    [[nodiscard]] Kind kind() const noexcept { return kind_; }
    [[nodiscard]] const std::vector<geo::MapPoint>& vertices() const noexcept { return vertices_; }
    /// The same place twice in a row is one vertex.
    void add(geo::MapPoint vertex);
    void take_back();
    void clear() { vertices_.clear(); }
    /// Another vertex there would complete it: it closes the area.
    [[nodiscard]] bool is_closed_by(geo::MapPoint vertex) const;
    /// None while it is not enough for a geometry.
    [[nodiscard]] std::optional<geo::Geometry> geometry() const;

private:
    Kind kind_;
    std::vector<geo::MapPoint> vertices_;
};

}  // namespace jinsha::app
