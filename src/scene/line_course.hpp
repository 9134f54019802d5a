#pragma once

#include "geo/points.hpp"
#include "scene/pixel_grid.hpp"
#include "scene/symbol_box.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace jinsha::scene {

/// A line on the pixel grid, measured along from its first point.
class LineCourse {
public:
    LineCourse() = default;
    /// Points that repeat the one before are left out.
    explicit LineCourse(std::span<const GridPoint> points);
    [[nodiscard]] static LineCourse of(std::span<const geo::MapPoint> line, const PixelGrid& grid);

    [[nodiscard]] double length_px() const noexcept { return along_.empty() ? 0 : along_.back(); }
    /// Without points only for a line without length.
    [[nodiscard]] std::span<const GridPoint> points() const noexcept { return points_; }
    /// How far along points()[i] is.
    [[nodiscard]] double along(std::size_t i) const noexcept { return along_[i]; }
    /// The point at that distance; an end of the line outside [0, length].
    [[nodiscard]] GridPoint at(double along_px) const noexcept;
    /// The mean of all points between two distances, from < to.
    [[nodiscard]] GridPoint mean(double from_px, double to_px) const noexcept;
    [[nodiscard]] LineCourse reversed() const;

private:
    [[nodiscard]] std::size_t segment(double along_px) const noexcept;

    std::vector<GridPoint> points_;
    std::vector<double> along_;
};

/// Part of a line, smoothed or beside it, and where on it the point lies that it was asked around.
struct SmoothPiece {
    LineCourse course;
    double middle_px{};
};

/// The course from `half_length_px` before to `half_length_px` after `along_px` (less at the line's ends),
/// each point replaced by the mean of the course within `radius_px` of it, so that glyphs set along do not
/// follow each bend of a digitised line.
[[nodiscard]] SmoothPiece smoothed(const LineCourse& course, double along_px, double half_length_px,
                                   double radius_px);

/// The course `across_px` beside the piece (to the right of where it runs, downwards on one that runs east;
/// to the left when negative), `half_length_px` to both sides of the point beside the middle, less where it
/// ends before. On the inner side of a bend it is shorter than the piece, on the outer longer: what is set
/// along it keeps its distances. It ends where it would turn back, as it does inside a bend tighter than
/// `across_px`. Which way is beside is told by chords of `radius_px` to either side.
[[nodiscard]] SmoothPiece beside(const SmoothPiece& piece, double across_px, double half_length_px,
                                 double radius_px);

/// A place along a line: number 0 at its middle, 1, 2, … after it, -1, -2, … before it.
struct LineAnchor {
    std::int64_t number{};
    double along_px{};
    GridPoint point;
    bool operator==(const LineAnchor&) const = default;
};

/// The places every `spacing_px` from the middle of the line, with at least `margin_px` of the line on both
/// sides, that lie in `box` (left and top edge included, right and bottom not). Where they are depends on the
/// line alone.
[[nodiscard]] std::vector<LineAnchor> anchors_along(const LineCourse& course, double spacing_px,
                                                    double margin_px, const GridBox& box);

}  // namespace jinsha::scene
