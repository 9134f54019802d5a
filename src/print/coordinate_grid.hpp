#pragma once

#include "geo/crs_transform.hpp"
#include "map/page_surround.hpp"
#include "print/canvas.hpp"
#include "print/map_frame.hpp"

#include <string>
#include <vector>

namespace jinsha::print {

enum class FrameEdge { Top, Right, Bottom, Left };

/// Where a grid line meets an edge of the frame.
struct GridTick {
    FrameEdge edge{};
    PagePoint at;
    std::string label;
};

struct CoordinateGrid {
    std::vector<PagePath> lines;  // to be clipped to the frame
    std::vector<GridTick> ticks;
};

/// Lines of round coordinates, at least `least_px` apart: every 1, 2 or 5 times a power of ten map units,
/// labelled in kilometres; or of round degrees, minutes and seconds. Nothing for Grid::None and where degrees
/// cannot be had.
/// @param unit_metres  metres in a map unit
[[nodiscard]] CoordinateGrid coordinate_grid(map::PageFurniture::Grid kind, const MapFrame& frame,
                                             const geo::CrsTransform& from_wgs84, double unit_metres,
                                             double least_px);

}  // namespace jinsha::print
