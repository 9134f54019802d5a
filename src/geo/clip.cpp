#include "geo/clip.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jinsha::geo {
namespace {

/// One side of the box: which points are kept, and where an edge crosses it.
struct Side {
    bool is_vertical{};    // the side is x = at, else y = at
    bool keeps_greater{};  // what is inside
    double at{};

    [[nodiscard]] bool keeps(MapPoint p) const noexcept {
        const double value = is_vertical ? p.x : p.y;
        return keeps_greater ? value >= at : value <= at;
    }
    [[nodiscard]] MapPoint crossing(MapPoint a, MapPoint b) const noexcept {
        if (is_vertical) return {at, a.y + (b.y - a.y) * (at - a.x) / (b.x - a.x)};
        return {a.x + (b.x - a.x) * (at - a.y) / (b.y - a.y), at};
    }
};

/// `open_ring` does not repeat its first point.
std::vector<MapPoint> clip_at(const std::vector<MapPoint>& open_ring, const Side& side) {
    std::vector<MapPoint> result;
    result.reserve(open_ring.size() + 4);
    for (std::size_t i = 0; i < open_ring.size(); ++i) {
        const MapPoint a = open_ring[i == 0 ? open_ring.size() - 1 : i - 1], b = open_ring[i];
        if (side.keeps(a) != side.keeps(b)) result.push_back(side.crossing(a, b));
        if (side.keeps(b)) result.push_back(b);
    }
    return result;
}

/// The stretch of a segment inside a box, as fractions of it.
struct Stretch {
    double from{0}, to{1};
};

std::optional<Stretch> inside(MapPoint a, MapPoint b, const Envelope& box) noexcept {
    Stretch stretch;
    const auto narrow = [&stretch](double start, double delta, double low, double high) {
        if (delta == 0) return start >= low && start <= high;
        const double one = (low - start) / delta, other = (high - start) / delta;
        stretch.from = std::max(stretch.from, std::min(one, other));
        stretch.to = std::min(stretch.to, std::max(one, other));
        return stretch.from <= stretch.to;
    };
    if (!narrow(a.x, b.x - a.x, box.min_x, box.max_x) || !narrow(a.y, b.y - a.y, box.min_y, box.max_y))
        return {};
    return stretch;
}

/// The sides of the box a point lies beyond, one bit each (Cohen and Sutherland 1967); 0 inside.
unsigned beyond(MapPoint p, const Envelope& box) noexcept {
    return (p.x < box.min_x ? 1U : 0U) | (p.x > box.max_x ? 2U : 0U) | (p.y < box.min_y ? 4U : 0U) |
           (p.y > box.max_y ? 8U : 0U);
}

void end_piece(LinePieces& pieces) {
    const auto end = static_cast<std::uint32_t>(pieces.points.size());
    if (pieces.part_ends.size() < pieces.starts.size()) pieces.part_ends.push_back(end);
}

double length(MapPoint a, MapPoint b) noexcept {
    return std::hypot(b.x - a.x, b.y - a.y);
}

}  // namespace

void clip_ring(std::span<const MapPoint> ring, const Envelope& box, std::vector<MapPoint>& out) {
    if (ring.size() < 4) return;
    std::vector<MapPoint> open{ring.begin(), ring.end() - 1};
    for (const Side& side : {Side{true, true, box.min_x}, Side{true, false, box.max_x},
                             Side{false, true, box.min_y}, Side{false, false, box.max_y}})
        open = clip_at(open, side);
    if (open.size() < 3) return;
    out.insert(out.end(), open.begin(), open.end());
    out.push_back(open.front());
}

void clip_line(std::span<const MapPoint> line, const Envelope& box, LinePieces& out) {
    double along = 0;
    bool is_open = false;  // the last piece ends where the next segment begins
    for (std::size_t i = 1; i < line.size(); ++i) {
        const MapPoint a = line[i - 1], b = line[i];
        const double segment_length = length(a, b);
        const auto at = [a, b](double t) {
            return t == 0 ? a : t == 1 ? b : MapPoint{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
        };
        const auto stretch = inside(a, b, box);
        const bool has_length = stretch && stretch->to > stretch->from && segment_length > 0;
        if (has_length) {
            if (!is_open || stretch->from > 0) {
                end_piece(out);
                out.starts.push_back(along + stretch->from * segment_length);
                out.points.push_back(at(stretch->from));
            }
            out.points.push_back(at(stretch->to));
            is_open = stretch->to == 1;
        } else if (segment_length > 0) {
            is_open = false;
        }
        along += segment_length;
    }
    end_piece(out);
}

void trim_ring(std::span<const MapPoint> ring, const Envelope& box, std::vector<MapPoint>& out) {
    if (ring.size() < 4) return;
    unsigned whole = ~0U;  // sides that all vertices lie beyond
    for (const MapPoint& p : ring) {
        whole &= beyond(p, box);
        if (whole == 0) break;
    }
    if (whole != 0) return;

    // From `anchor`, the last vertex kept, all vertices since lie beyond the sides `shared`; `last` is the
    // newest of them. An edge from anchor to any of them stays beyond these sides, so it cannot meet the box.
    const std::size_t before = out.size();
    MapPoint last = ring.front();
    unsigned shared = beyond(last, box);
    out.push_back(last);
    bool has_pending = false;
    for (const MapPoint& p : ring.subspan(1)) {
        const unsigned sides = beyond(p, box);
        if ((shared & sides) == 0) {
            if (has_pending) out.push_back(last);
            shared = has_pending ? beyond(last, box) & sides : 0;
            if (shared == 0) {
                out.push_back(p);
                shared = sides;
                has_pending = false;
            } else {
                has_pending = true;
            }
        } else {
            shared &= sides;
            has_pending = true;
        }
        last = p;
    }
    if (has_pending) out.push_back(last);
    if (out.size() - before < 4) out.resize(before);  // to and fro: fills nothing
}

void trim_line(std::span<const MapPoint> line, const Envelope& box, LinePieces& out) {
    double along = 0;
    bool is_open = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const MapPoint a = line[i - 1], b = line[i];
        const bool may_meet = (beyond(a, box) & beyond(b, box)) == 0;
        if (may_meet) {
            if (!is_open) {
                end_piece(out);
                out.starts.push_back(along);
                out.points.push_back(a);
            }
            out.points.push_back(b);
        }
        is_open = may_meet;
        along += length(a, b);
    }
    end_piece(out);
}

}  // namespace jinsha::geo
