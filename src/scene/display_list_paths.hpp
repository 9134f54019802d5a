#pragma once

#include "geo/points.hpp"
#include "scene/display_list.hpp"
#include "scene/pixel_grid.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jinsha::scene {

/// 1/256 physical pixel from the origin of the pixel grid, x east, y south: a place in the world at one
/// scale. All that shapes a path is done in these whole numbers, before any rectangle is thought of; so every
/// rectangle gets the same path.
struct WorldPoint {
    std::int64_t x{}, y{};
    bool operator==(const WorldPoint&) const = default;
};

/// Brings map coordinates onto the pixel grid of one scale. Keeps its memory from one path to the next.
class PathReader {
public:
    explicit PathReader(const PixelGrid& grid)
        : grid_{grid}, steps_per_unit_{kSubPixels / grid.units_per_pixel} {}

    /// Rounded. Places farther than 2^39 pixels from the origin are brought that near, so nothing overflows.
    [[nodiscard]] WorldPoint to_world(geo::MapPoint p) const noexcept;

    /// A line with no more points than can be seen: in runs within a cell of half a pixel one stays
    /// (geo::simplify_line), and few of those in a straight row (drop_straight_points). `shift` is added to
    /// every point. Valid until the next call.
    [[nodiscard]] std::vector<WorldPoint>& line(std::span<const geo::MapPoint> line, WorldPoint shift = {});

    /// The same for a ring, whose last point repeats its first here and in the result (geo::simplify_ring). A
    /// ring too small for its form to be seen keeps its area; one without area may be empty.
    [[nodiscard]] std::vector<WorldPoint>& ring(std::span<const geo::MapPoint> ring, WorldPoint shift = {});

private:
    std::vector<WorldPoint>& in_world(std::span<const geo::MapPoint> points, WorldPoint shift);

    PixelGrid grid_;
    double steps_per_unit_;
    std::vector<geo::MapPoint> simplified_;
    std::vector<WorldPoint> path_;
};

/// `line` moved by `offset_px` to the right of its direction (as seen on the map), its corners mitered up to
/// twice the offset and cut beyond. Where it bends more sharply than the offset allows it makes a loop.
[[nodiscard]] std::vector<WorldPoint> moved_aside(std::span<const WorldPoint> line, double offset_px);

}  // namespace jinsha::scene
