#pragma once

#include "text/typeface.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace jinsha::text {

/// A point of an outline in pixels, y down.
struct OutlinePoint {
    double x{}, y{};
};

/// A glyph as closed polygons: contour i is points [contour_ends[i - 1], contour_ends[i]), its last point
/// joined to its first. Inside is where the winding is not zero.
struct GlyphOutline {
    std::vector<OutlinePoint> points;
    std::vector<std::size_t> contour_ends;

    /// Calls visit(a, b) for every edge, the closing ones too.
    template <class Visit>
    void for_each_edge(Visit visit) const {
        std::size_t first = 0;
        for (const std::size_t end : contour_ends) {
            for (std::size_t i = first; i < end; ++i) visit(points[i], points[i + 1 < end ? i + 1 : first]);
            first = end;
        }
    }
};

/// Where and how a glyph is drawn: its origin in pixels, turned clockwise about it.
struct GlyphPose {
    double size_px{};
    double origin_x{}, origin_y{};
    double cosine{1}, sine{0};  // of the turn
};

/// The outline of a glyph, unhinted, its curves as edges that leave them by 1/50 pixel at most. Without
/// contours for a space and where the font has only a picture. Any thread.
[[nodiscard]] GlyphOutline glyph_outline(const Typeface& typeface, std::uint32_t glyph_id,
                                         const GlyphPose& pose);

}  // namespace jinsha::text
