#pragma once

#include "geo/geometry.hpp"
#include "geo/points.hpp"

#include <optional>
#include <vector>

namespace jinsha::style {

/// A feature's geometry in WGS 84 degrees, for `within` and `distance`.
struct GeographicGeometry {
    geo::GeometryType type{geo::GeometryType::None};
    std::vector<std::vector<geo::LonLat>>
        parts;  // as in geo::GeometryView: single points, lines, closed rings
    /// Coordinates that were rounded in Web Mercator, as those of vector tiles are: how many steps the world
    /// is wide. What is compared with them is rounded alike, so that what touches still touches.
    std::optional<double> mercator_steps{};
};

}  // namespace jinsha::style
