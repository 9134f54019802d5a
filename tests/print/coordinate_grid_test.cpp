#include "print/coordinate_grid.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::print {
namespace {

using Grid = map::PageFurniture::Grid;
using testing::ElementsAre;

geo::CrsTransform transform() {
    return *geo::CrsTransform::between(geo::Crs::wgs84(), *geo::Crs::from("EPSG:4543"));
}

/// 1:50 000 round the middle of the West District.
MapFrame frame() {
    MapFrame frame;
    frame.rect = {100, 50, px_of_mm(100), px_of_mm(60)};
    frame.center = {455'000, 2'944'000};
    frame.ground_metres_per_px = 50'000 * 0.0254 / 96;
    frame.units_per_px = frame.ground_metres_per_px;
    return frame;
}

std::vector<std::string> labels_at(const CoordinateGrid& grid, FrameEdge edge) {
    std::vector<std::string> labels;
    for (const GridTick& tick : grid.ticks) {
        if (tick.edge == edge) labels.push_back(tick.label);
    }
    return labels;
}

TEST(CoordinateGrid, HasASquareOf20MillimetresForAKilometreAt50000) {
    const CoordinateGrid grid = coordinate_grid(Grid::Projected, frame(), transform(), 1, px_of_mm(18));
    EXPECT_THAT(labels_at(grid, FrameEdge::Top), ElementsAre("453", "454", "455", "456", "457"));
    EXPECT_EQ(labels_at(grid, FrameEdge::Bottom), labels_at(grid, FrameEdge::Top));
    EXPECT_THAT(labels_at(grid, FrameEdge::Left), ElementsAre("2943", "2944", "2945"));
    EXPECT_NEAR(grid.ticks[2].at.x - grid.ticks[0].at.x, px_of_mm(20), 1e-9);
}

TEST(CoordinateGrid, WritesDecimalsWhereAStepIsLessThanAKilometre) {
    MapFrame close = frame();
    close.units_per_px /= 20;
    const auto labels =
        labels_at(coordinate_grid(Grid::Projected, close, transform(), 1, px_of_mm(18)), FrameEdge::Top);
    EXPECT_THAT(labels, ElementsAre("454.90", "454.95", "455.00", "455.05", "455.10"));
}

TEST(CoordinateGrid, HasRoundDegreesOnAllEdges) {
    const CoordinateGrid grid = coordinate_grid(Grid::Degrees, frame(), transform(), 1, px_of_mm(18));
    const auto top = labels_at(grid, FrameEdge::Top);
    EXPECT_THAT(top, testing::Contains("101°33′00″E"));
    EXPECT_THAT(labels_at(grid, FrameEdge::Left), testing::Contains("26°36′00″N"));
    for (const GridTick& tick : grid.ticks) {
        const MapFrame f = frame();
        const auto there = transform().to_source(f.to_map(tick.at));
        const double degrees =
            tick.edge == FrameEdge::Top || tick.edge == FrameEdge::Bottom ? there.x : there.y;
        EXPECT_NEAR(degrees * 120, std::round(degrees * 120), 0.01) << tick.label;
    }
}

TEST(CoordinateGrid, IsNothingWhenItIsOff) {
    EXPECT_TRUE(coordinate_grid(Grid::None, frame(), transform(), 1, 60).lines.empty());
}

}  // namespace
}  // namespace jinsha::print
