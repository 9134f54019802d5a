#pragma once

#include "paint/coverage.hpp"
#include "scene/display_list.hpp"
#include "style/style_layer.hpp"

#include <agg_math_stroke.h>

#include <span>
#include <vector>

namespace jinsha::paint {

/// How the outline of a stroke is made. Lengths in pixels.
struct StrokeShape {
    double width{1};
    style::LineCap cap{style::LineCap::Butt};
    style::LineJoin join{style::LineJoin::Miter};
    double miter_limit{2};
};

/// Turns lines into the polygons of their strokes. AGG's mathematics of caps and joins is given each corner
/// relative to its middle point and the results are rounded to 1/256 px: so an outline depends on differences
/// of whole numbers alone, and is the same to the last bit wherever the corner of the painted rectangle lies.
class StrokeOutline {
public:
    void set_shape(const StrokeShape& shape);

    /// Adds the stroke's polygons to `coverage`. `closed`: the line's last point repeats its first, and a
    /// join takes the place of the caps. Points that repeat their predecessor are left out; a line without
    /// length has no stroke.
    void add_line(std::span<const scene::SubPixelPoint> line, bool closed, Coverage& coverage);

private:
    struct Offset {
        double x, y;
    };
    /// Where math_stroke leaves the points of one cap or join, relative to its corner.
    struct Corner {
        using value_type = Offset;
        std::vector<Offset> points;
        void add(const Offset& p) { points.push_back(p); }
        void remove_all() { points.clear(); }
    };
    struct Vertex {
        scene::SubPixelPoint at;
        double to_next_px{};
    };
    /// Of a segment: the way from its middle line to its right edge, 1/256 px, and how long it is.
    struct Side {
        double x{}, y{}, length_px{};
    };

    void take(std::span<const scene::SubPixelPoint> line, bool closed);
    void add_cap(const Vertex& end, const Vertex& neighbour, double length_px);
    void add_join(const Vertex& before, const Vertex& corner, const Vertex& after, double before_px,
                  double after_px);
    void move_corner_to_outline(scene::SubPixelPoint at);
    void add_thin_line(bool closed, Coverage& coverage);
    [[nodiscard]] Side side(std::size_t segment) const;
    void add_thin_join(scene::SubPixelPoint at, const Side& in, const Side& out);
    void end_outline(Coverage& coverage);

    agg::math_stroke<Corner> math_;
    Corner corner_;
    std::vector<Vertex> vertices_;
    std::vector<scene::SubPixelPoint> outline_, left_, right_;
    double width_px_{1};
};

}  // namespace jinsha::paint
