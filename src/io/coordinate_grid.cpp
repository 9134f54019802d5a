#include "io/coordinate_grid.hpp"

#include "json/number_text.hpp"

#include <cmath>
#include <utility>

namespace jinsha::io {

Result<CoordinateGrid> CoordinateGrid::between(const geo::Crs& file, const geo::Crs& map) {
    constexpr int kDecimalsOfDegrees = 7, kDecimalsOfMetres = 3;  // 1 cm, 1 mm
    auto transform = geo::CrsTransform::between(file, map);
    if (!transform) return tl::make_unexpected(transform.error());
    return CoordinateGrid{*std::move(transform),
                          file.is_geographic() ? kDecimalsOfDegrees : kDecimalsOfMetres};
}

Result<CoordinateGrid::Position> CoordinateGrid::position(geo::MapPoint p) const {
    const geo::SourcePoint source = transform_.to_source(p);
    if (!std::isfinite(source.x) || !std::isfinite(source.y))
        return fail("the point {}, {} of the map has no place in the CRS of the file", p.x, p.y);
    return Position{json::rounded_number_text(source.x, decimals_),
                    json::rounded_number_text(source.y, decimals_)};
}

geo::MapPoint CoordinateGrid::nearest_storable(geo::MapPoint p) const {
    const auto written = position(p);
    if (!written) return p;
    return transform_.to_map({json::number_of(written->x), json::number_of(written->y)});
}

}  // namespace jinsha::io
