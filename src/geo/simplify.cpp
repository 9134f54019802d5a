#include "geo/simplify.hpp"

#include "geo/distance.hpp"

#include <cassert>
#include <cmath>
#include <utility>

namespace jinsha::geo {
namespace {

/// A point as the grid sees it. Column and row are the numbers that integers would be, without the conversion
/// and without its overflow.
struct Placed {
    double column{NAN}, row{NAN};
    double off_middle{};  // squared distance from the middle of the cell, in cells

    Placed() = default;
    Placed(MapPoint p, const CellGrid& grid, double cells_per_unit) {
        const double x = (p.x - grid.origin.x) * cells_per_unit, y = (p.y - grid.origin.y) * cells_per_unit;
        column = std::floor(x);
        row = std::floor(y);
        const double dx = x - column - 0.5, dy = y - row - 0.5;
        off_middle = dx * dx + dy * dy;
    }
    [[nodiscard]] bool shares_cell(const Placed& o) const noexcept {
        return column == o.column && row == o.row;
    }
};

/// Is `p` rather than `q` the one that stays? Of two equally near to the middle it is the same in any order.
bool stays_before(MapPoint p, const Placed& at, MapPoint q, const Placed& q_at) noexcept {
    if (at.off_middle != q_at.off_middle) return at.off_middle < q_at.off_middle;
    return std::pair{p.x, p.y} < std::pair{q.x, q.y};
}

/// Appends one point for each run of points in the same cell.
void append_representatives(std::span<const MapPoint> points, const CellGrid& grid,
                            std::vector<MapPoint>& out) {
    const double cells_per_unit = 1 / grid.cell;
    Placed current;
    for (const MapPoint& p : points) {
        const Placed at{p, grid, cells_per_unit};
        if (!at.shares_cell(current)) {
            out.push_back(p);
            current = at;
        } else if (stays_before(p, at, out.back(), current)) {
            out.back() = p;
            current = at;
        }
    }
}

/// Where a ring was begun should not matter: the runs before and after its first point are one.
void join_first_and_last_run(std::vector<MapPoint>& out, std::size_t begin, const CellGrid& grid) {
    if (out.size() - begin < 2) return;
    const Placed first{out[begin], grid, 1 / grid.cell}, last{out.back(), grid, 1 / grid.cell};
    if (!first.shares_cell(last)) return;
    if (stays_before(out.back(), last, out[begin], first)) out[begin] = out.back();
    out.pop_back();
}

/// Does the way from `a` to `b` go on nearly straight from `c` to `d`? The same when all is walked backwards.
bool goes_straight(MapPoint a, MapPoint b, MapPoint c, MapPoint d) noexcept {
    constexpr double kCosine = 0.94;  // of 20°
    const MapPoint in{b.x - a.x, b.y - a.y}, out{d.x - c.x, d.y - c.y};
    const double along = in.x * out.x + in.y * out.y;
    const double lengths = (in.x * in.x + in.y * in.y) * (out.x * out.x + out.y * out.y);
    return along > 0 && along * along > kCosine * kCosine * lengths;
}

/// Points of a ring that lie in one cell.
struct Run {
    MapPoint before;       // the last point of the run before
    MapPoint first, last;  // on the way
    MapPoint stays;
    Placed at;

    Run() = default;
    Run(MapPoint before_it, MapPoint p, const Placed& place)
        : before{before_it}, first{p}, last{p}, stays{p}, at{place} {}
    void add(MapPoint p, const Placed& place) noexcept {
        last = p;
        if (!stays_before(p, place, stays, at)) return;
        stays = p;
        at = place;
    }
    /// @param after  the first point of the run after
    [[nodiscard]] MapPoint representative(MapPoint after, const CellGrid& grid) const noexcept {
        if (goes_straight(before, first, last, after)) return stays;
        return {grid.origin.x + (at.column + 0.5) * grid.cell, grid.origin.y + (at.row + 0.5) * grid.cell};
    }
};

/// Appends a point for each run of an open ring; nothing when all of it lies in one cell.
void append_coverage_points(std::span<const MapPoint> ring, const CellGrid& grid,
                            std::vector<MapPoint>& out) {
    const double cells_per_unit = 1 / grid.cell;
    const auto placed = [&](std::size_t i) { return Placed{ring[i], grid, cells_per_unit}; };
    // Begins with a whole run, so that where the ring was begun does not matter.
    std::size_t begin = 0;
    Placed at = placed(0);
    for (Placed last = placed(ring.size() - 1); begin < ring.size() && at.shares_cell(last);) {
        last = at;
        if (++begin < ring.size()) at = placed(begin);
    }
    if (begin == ring.size()) return;
    Run run{ring[begin == 0 ? ring.size() - 1 : begin - 1], ring[begin], at};
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const std::size_t place = begin + i < ring.size() ? begin + i : begin + i - ring.size();
        const MapPoint p = ring[place];
        const Placed here = placed(place);
        if (here.shares_cell(run.at)) {
            run.add(p, here);
            continue;
        }
        out.push_back(run.representative(p, grid));
        run = {run.last, p, here};
    }
    out.push_back(run.representative(ring[begin], grid));
}

void append_box_of_same_area(std::span<const MapPoint> ring, std::vector<MapPoint>& out) {
    const double area = signed_area(ring);
    Envelope box;
    for (const MapPoint& p : ring) box.extend(p);
    const double box_area = box.width() * box.height();
    if (area == 0 || box_area == 0) return;
    const double factor = std::sqrt(std::abs(area) / box_area) / 2;
    const MapPoint c = box.center();
    const double dx = box.width() * factor, dy = box.height() * factor;
    const MapPoint first{c.x - dx, c.y - dy}, opposite{c.x + dx, c.y + dy};
    const MapPoint right{opposite.x, first.y}, left{first.x, opposite.y};
    const bool counter_clockwise = area > 0;
    out.insert(out.end(),
               {first, counter_clockwise ? right : left, opposite, counter_clockwise ? left : right, first});
}

}  // namespace

void simplify_line(std::span<const MapPoint> line, const CellGrid& grid, std::vector<MapPoint>& out) {
    assert(grid.cell > 0);
    if (line.size() <= 2) {
        out.insert(out.end(), line.begin(), line.end());
        return;
    }
    out.push_back(line.front());
    append_representatives(line.subspan(1, line.size() - 2), grid, out);
    out.push_back(line.back());
}

void simplify_ring(std::span<const MapPoint> ring, const CellGrid& grid, std::vector<MapPoint>& out) {
    assert(grid.cell > 0);
    if (ring.size() < 4) return;
    const std::size_t before = out.size();
    append_representatives(ring.first(ring.size() - 1), grid, out);
    join_first_and_last_run(out, before, grid);
    if (out.size() - before < 3) {
        out.resize(before);
        append_box_of_same_area(ring, out);
        return;
    }
    out.push_back(MapPoint{out[before]});
}

void simplify_coverage_ring(std::span<const MapPoint> ring, const CellGrid& grid,
                            std::vector<MapPoint>& out) {
    assert(grid.cell > 0);
    if (ring.size() < 4) return;
    const std::size_t before = out.size();
    append_coverage_points(ring.first(ring.size() - 1), grid, out);
    if (out.size() - before < 3) {
        out.resize(before);
        append_box_of_same_area(ring, out);
        return;
    }
    out.push_back(MapPoint{out[before]});
}

std::vector<MapPoint> douglas_peucker(std::span<const MapPoint> line, double tolerance) {
    if (line.size() < 3) return {line.begin(), line.end()};
    std::vector<bool> stays(line.size());
    stays.front() = stays.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> pending{{0, line.size() - 1}};
    while (!pending.empty()) {
        const auto [first, last] = pending.back();
        pending.pop_back();
        std::size_t furthest = first;
        double greatest = tolerance;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double distance = distance_to_segment(line[i], line[first], line[last]);
            if (distance > greatest) {
                greatest = distance;
                furthest = i;
            }
        }
        if (furthest == first) continue;
        stays[furthest] = true;
        pending.emplace_back(first, furthest);
        pending.emplace_back(furthest, last);
    }
    std::vector<MapPoint> result;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (stays[i]) result.push_back(line[i]);
    return result;
}

double signed_area(std::span<const MapPoint> ring) noexcept {
    if (ring.size() < 3) return 0;
    const MapPoint origin = ring.front();  // small differences keep the digits of large coordinates
    double doubled = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        doubled += (ring[i].x - origin.x) * (ring[i + 1].y - origin.y) -
                   (ring[i + 1].x - origin.x) * (ring[i].y - origin.y);
    return doubled / 2;
}

}  // namespace jinsha::geo
