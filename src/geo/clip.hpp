#pragma once

#include "geo/envelope.hpp"
#include "geo/points.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jinsha::geo {

/// Pieces of a line, one after the other.
struct LinePieces {
    std::vector<MapPoint> points;
    std::vector<std::uint32_t> part_ends;
    std::vector<double>
        starts;  // for each piece: where it begins, as a distance along the whole line (for dashes)
};

// Two ways to keep only what a box shows. *Clipping* cuts at the box: nothing of the result is outside.
// *Trimming* keeps whole edges and only vertices of the original: inside the box the result is the same to
// the last bit whatever the box, so that neighbouring tiles agree, but it reaches beyond the box.

/// Appends the part of a closed ring inside `box`, closed (Sutherland and Hodgman 1974; where the ring leaves
/// the box it runs along its edge). Nothing when they do not meet.
void clip_ring(std::span<const MapPoint> ring, const Envelope& box, std::vector<MapPoint>& out);
/// Appends the pieces of a line inside `box`, cut at its edges (Liang and Barsky 1984). Pieces without length
/// are left out.
void clip_line(std::span<const MapPoint> line, const Envelope& box, LinePieces& out);

/// Appends a closed ring that fills the same inside `box`: vertices beyond one side of the box are dropped as
/// long as the edge that replaces them stays beyond it. Nothing when the whole ring lies beyond one side.
void trim_ring(std::span<const MapPoint> ring, const Envelope& box, std::vector<MapPoint>& out);
/// Appends the pieces made of those whole segments of a line that may meet `box`.
void trim_line(std::span<const MapPoint> line, const Envelope& box, LinePieces& out);

}  // namespace jinsha::geo
