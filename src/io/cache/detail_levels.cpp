#include "io/cache/detail_levels.hpp"

#include "geo/simplify.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::io {
namespace {

constexpr int kMostLevels = 16;
// A layer this many cells wide is 128 pixels wide where its cells are half a pixel: coarser ones would hardly
// be looked at.
constexpr double kCellsAcross = 256;

}  // namespace

std::vector<double> detail_cells(double spacing, const geo::Envelope& extent) {
    std::vector<double> cells;
    if (!(spacing > 0)) return cells;
    // Cells between one and two segments wide drop about a third of the points: worth a level.
    const double smallest = std::exp2(std::ceil(std::log2(spacing)));
    const double side = std::max(extent.width(), extent.height());
    for (double cell = smallest; cells.size() < kMostLevels; cell *= 2) {
        if (side > 0 && cell * kCellsAcross > side) break;
        cells.push_back(cell);
    }
    return cells;
}

std::size_t level_for(double tolerance, std::span<const double> cells) noexcept {
    std::size_t level = 0;
    while (level < cells.size() && cells[level] <= tolerance) ++level;
    return level;
}

void SegmentLengths::add(const geo::GeometryView& geometry) noexcept {
    for (std::size_t i = 0; i < geometry.part_count(); ++i) {
        const auto part = geometry.part(i);
        for (std::size_t j = 1; j < part.size(); ++j)
            sum_ += std::hypot(part[j].x - part[j - 1].x, part[j].y - part[j - 1].y);
        count_ += part.size() - 1;
    }
}

double SegmentLengths::mean() const noexcept {
    return count_ == 0 ? 0 : sum_ / static_cast<double>(count_);
}

geo::GeometryView Simplifier::simplified(const geo::GeometryView& geometry, double cell) {
    geo::Geometry& result = results_[turn_ ^= 1];
    result.type = geometry.type;
    result.points.clear();
    result.part_ends.clear();
    const geo::CellGrid grid{{0, 0}, cell};
    for (std::size_t i = 0; i < geometry.part_count(); ++i) {
        const auto part = geometry.part(i);
        const std::size_t before = result.points.size();
        if (geometry.type == geo::GeometryType::Polygon)
            geo::simplify_coverage_ring(part, grid, result.points);
        else if (geometry.type == geo::GeometryType::Line)
            geo::simplify_line(part, grid, result.points);
        else
            result.points.insert(result.points.end(), part.begin(), part.end());
        if (result.points.size() > before) result.end_part();
    }
    return result.view();
}

}  // namespace jinsha::io
