#pragma once

#include "geo/envelope.hpp"
#include "geo/points.hpp"

#include <span>
#include <vector>

namespace jinsha::geo {

/// Square cells that cover the plane: what is too near to be told apart on a screen lies in one cell.
struct CellGrid {
    MapPoint origin;
    double cell{1};  // map units, > 0: half a pixel, usually
};

// Both append to `out` and drop points that fall into the cell of their neighbour. Of each run of points in
// one cell the one nearest to the middle of the cell stays, so the result depends on the line and the grid
// alone, neither on the tile it is made for nor on the direction: a border shared by two rings stays shared.

/// First and last point stay. A line within one cell becomes these two.
void simplify_line(std::span<const MapPoint> line, const CellGrid& grid, std::vector<MapPoint>& out);
/// A closed ring; the result is closed. One that collapses (fewer than three cells) becomes a box of the same
/// area, orientation and proportions about the same middle, so that thousands of small parcels still darken
/// the ground as they should. Nothing is appended for a ring without area.
void simplify_ring(std::span<const MapPoint> ring, const CellGrid& grid, std::vector<MapPoint>& out);
/// The same for a ring of a coverage, an area that others border on. Where a ring turns by more than 20°
/// several areas may meet, and each would choose among the points of its own two borders, which leaves a hole
/// at most corners. So there the middle of the cell takes the place of the point: it is the same for all of
/// them.
void simplify_coverage_ring(std::span<const MapPoint> ring, const CellGrid& grid, std::vector<MapPoint>& out);

/// Douglas and Peucker 1973: no dropped point lies further than `tolerance` from what remains. First and last
/// point stay. Slower than cells, and smoother.
[[nodiscard]] std::vector<MapPoint> douglas_peucker(std::span<const MapPoint> line, double tolerance);

/// Half the cross product sum: positive for a counter-clockwise ring.
[[nodiscard]] double signed_area(std::span<const MapPoint> ring) noexcept;

}  // namespace jinsha::geo
