#pragma once

#include "geo/envelope.hpp"
#include "geo/geometry.hpp"

#include <memory>
#include <vector>

namespace jinsha::geo {

/// An area that was drawn on the map, and which geometries meet it: those that share at least a point with it
/// (OGC 06-103r4, 6.1.15.3, Intersects). One thread at a time.
class DrawnArea {
public:
    /// @param ring  its corners in map coordinates, closed by itself. Where it crosses itself, what it winds
    /// around an odd number of times is inside. Fewer than three corners meet nothing.
    explicit DrawnArea(const std::vector<MapPoint>& ring);
    ~DrawnArea();
    DrawnArea(DrawnArea&&) noexcept;
    DrawnArea& operator=(DrawnArea&&) noexcept;

    [[nodiscard]] bool meets(const GeometryView& geometry) const;
    /// Empty when it meets nothing.
    [[nodiscard]] const Envelope& extent() const noexcept { return extent_; }

private:
    struct Prepared;  // by GEOS
    Envelope extent_;
    std::unique_ptr<Prepared> prepared_;
};

/// Of what a polygon's rings enclose, in square map units: exterior rings less their holes. 0 for others.
[[nodiscard]] double plane_area(const GeometryView& geometry);
/// Of lines, in map units. 0 for others.
[[nodiscard]] double plane_length(const GeometryView& geometry);

}  // namespace jinsha::geo
