#pragma once

#include "error/error.hpp"
#include "geo/crs.hpp"
#include "geo/crs_transform.hpp"
#include "geo/points.hpp"

#include <string>

namespace jinsha::io {

/// The coordinates that new positions of a file may have: 7 decimals in degrees, 3 in metres and other units.
/// What an edit puts on the map is first brought to this grid, so that the map shows what the file will hold.
/// One thread at a time.
class CoordinateGrid {
public:
    [[nodiscard]] static Result<CoordinateGrid> between(const geo::Crs& file, const geo::Crs& map);

    /// The nearest point that can be stored; `p` itself when it has no place in the file's CRS.
    [[nodiscard]] geo::MapPoint nearest_storable(geo::MapPoint p) const;

    /// A position as it is written, in the CRS of the file.
    struct Position {
        std::string x, y;
    };
    /// The error names the point that has no place in the CRS of the file.
    [[nodiscard]] Result<Position> position(geo::MapPoint p) const;

    /// Where a position of the file is on the map; NaN when it cannot be transformed.
    [[nodiscard]] geo::MapPoint to_map(geo::SourcePoint p) const { return transform_.to_map(p); }

private:
    CoordinateGrid(geo::CrsTransform transform, int decimals) noexcept
        : transform_{std::move(transform)}, decimals_{decimals} {}
    geo::CrsTransform transform_;
    int decimals_;
};

}  // namespace jinsha::io
