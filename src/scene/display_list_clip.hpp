#pragma once

#include "scene/display_list.hpp"
#include "scene/display_list_paths.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jinsha::scene {

/// Cuts paths of the world down to what one rectangle needs, so that its pixels come out as if nothing had
/// been cut. No new point is ever computed on the rectangle's edge, as its rounding would bend the path:
/// segments longer than 16 pixels that come near are halved until they are shorter, at rounded middles that
/// depend on their ends alone, and then each piece is either kept as it is, or dropped (lines), or pushed to
/// the margin on the side where it lies (rings: what is beside the rectangle counts in its rows only by how
/// far it goes up or down).
class RectClip {
public:
    /// Appends to `list`, which must outlive this.
    RectClip(const GridRect& rect, DisplayList& list);

    /// Appends a ring (its last point repeats its first) to be filled. False when nothing of it is near.
    bool add_ring(std::span<const WorldPoint> ring);

    /// Appends a ring that lies wholly inside the rectangle, as add_ring and add_line both would; so one part
    /// serves to be filled and to be stroked. False, and nothing is appended, when it does not lie inside.
    bool add_inner_ring(std::span<const WorldPoint> ring);

    /// Appends the parts of a line or ring that come within `reach_px` of the rectangle: their strokes look
    /// there as the whole one's would. A ring stays one, or becomes lines; where it begins does not show.
    void add_line(std::span<const WorldPoint> line, double reach_px);

    /// The same for a line that is dashed from its beginning; also appends to DisplayList::dash_offsets. A
    /// ring is treated as a line.
    void add_dashed_line(std::span<const WorldPoint> line, double reach_px);

    /// Where a point of the world lies from the rectangle's corner, and whether it is within reach.
    struct Place {
        SubPixelPoint point;
        bool is_near{};
    };
    [[nodiscard]] Place place(WorldPoint p, double reach_px) const;

private:
    /// Steps from the rectangle's corner. Of a ring: of all its points.
    struct Box {
        std::int64_t left, top, right, bottom;
        [[nodiscard]] bool contains(WorldPoint p) const noexcept {
            return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom;
        }
        /// Whether the straight way from a to b lies on one side of the box and so cannot meet it.
        [[nodiscard]] bool is_beside(WorldPoint a, WorldPoint b) const noexcept {
            return (a.x < left && b.x < left) || (a.x > right && b.x > right) || (a.y < top && b.y < top) ||
                   (a.y > bottom && b.y > bottom);
        }
    };

    [[nodiscard]] WorldPoint local(WorldPoint p) const noexcept { return {p.x - corner_.x, p.y - corner_.y}; }
    [[nodiscard]] Box grown(std::int64_t steps) const noexcept {
        return {-steps, -steps, size_.x + steps, size_.y + steps};
    }
    /// Pieces whose stroke shows are kept, and those next to them: their ends too must be joined as in the
    /// whole line, or the edges between the joins would slant by a rounding.
    [[nodiscard]] Box near_strokes(double reach_px) const noexcept;
    [[nodiscard]] Box box_of(std::span<const WorldPoint> ring) const noexcept;
    void push(WorldPoint local_point);
    void end_part();
    void walk_ring(WorldPoint a, WorldPoint b);
    void walk_inside(WorldPoint a, WorldPoint b);
    void push_to_margin(WorldPoint p);
    void walk_line(WorldPoint a, WorldPoint b, const Box& box);
    void walk_dashed_line(WorldPoint a, WorldPoint b, const Box& box);
    void join_ring(std::size_t first_part);

    DisplayList& list_;
    WorldPoint corner_, size_;
    Box margin_;
    std::size_t part_begin_{};  // in DisplayList::points, of the part under way
    double along_px_{};         // of the dashed line under way
};

}  // namespace jinsha::scene
