#pragma once

#include "geo/envelope.hpp"
#include "geo/geometry.hpp"

#include <span>
#include <vector>

namespace jinsha::io {

/// The sides of the cells that a layer's geometry is simplified by, map units, each twice the one before:
/// from where simplifying begins to drop points to where the whole layer is a few hundred cells wide. Powers
/// of two, so that layers and files agree about them.
/// @param spacing  the usual distance from one point of a line or ring to the next, map units; 0: the layer
///                 has only points, and nothing to simplify
/// @param extent  of the layer; empty when it is not known
[[nodiscard]] std::vector<double> detail_cells(double spacing, const geo::Envelope& extent);

/// The place among the levels (0: exact, i + 1: cells[i]) of the coarsest that may stand for the exact
/// geometry where what is within `tolerance` need not be told apart.
[[nodiscard]] std::size_t level_for(double tolerance, std::span<const double> cells) noexcept;

/// Sum and number of the segments that were met.
class SegmentLengths {
public:
    void add(const geo::GeometryView& geometry) noexcept;
    /// 0 when there were none.
    [[nodiscard]] double mean() const noexcept;

private:
    double sum_{};
    std::size_t count_{};
};

/// One geometry as coarser and coarser cells see it. The cells lie on multiples of their sides, so what
/// becomes of a border depends on its place alone: the two areas beside it keep the same points. Small areas
/// become boxes of the same area, so that a dense layer stays dense.
class Simplifier {
public:
    /// The geometry by cells of that side, from one by smaller cells or an exact one. Valid until the next
    /// call but one: so it may be the input of the next. Without parts when nothing is left.
    [[nodiscard]] geo::GeometryView simplified(const geo::GeometryView& geometry, double cell);

private:
    geo::Geometry results_[2];
    std::size_t turn_{};
};

}  // namespace jinsha::io
