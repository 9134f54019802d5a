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
