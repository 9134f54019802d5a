#include "style/operators/plane.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jinsha::style::plane {

namespace {

Point operator-(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}
double cross_product(Point a, Point b) {
    return a.x * b.y - b.x * a.y;
}

bool is_on_segment(Point p, Point a, Point b) {
    const Point to_a = p - a, to_b = p - b;
    return cross_product(to_a, to_b) == 0 && to_a.x * to_b.x <= 0 && to_a.y * to_b.y <= 0;
}

// Whether a ray from p to the right meets the segment.
bool is_met_by_ray(Point p, Point a, Point b) {
    return (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x;
}

// Whether c and d lie on different sides of the line through a and b, neither on it.
bool separates(Point a, Point b, Point c, Point d) {
    const double c_side = cross_product(b - a, c - a), d_side = cross_product(b - a, d - a);
    return (c_side > 0 && d_side < 0) || (c_side < 0 && d_side > 0);
}

bool crosses_boundary(Point a, Point b, const Polygon& polygon) {
    for (const Line& ring : polygon) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            if (cross(a, b, ring[i], ring[i + 1])) return true;
        }
    }
    return false;
}

double distance_to_segment(Point p, Point a, Point b) {
    const Point along = b - a, to_p = p - a;
    const double length2 = along.x * along.x + along.y * along.y;
    const double t = length2 > 0 ? std::clamp((to_p.x * along.x + to_p.y * along.y) / length2, 0.0, 1.0) : 0;
    return std::hypot(to_p.x - t * along.x, to_p.y - t * along.y);
}

double distance_of_segments(Point a, Point b, Point c, Point d) {
    if (cross(a, b, c, d)) return 0;
    return std::min({distance_to_segment(a, c, d), distance_to_segment(b, c, d), distance_to_segment(c, a, b),
                     distance_to_segment(d, a, b)});
}

}  // namespace

bool cross(Point a, Point b, Point c, Point d) noexcept {
    return separates(a, b, c, d) && separates(c, d, a, b);
}

Place place_in(const Polygon& polygon, Point p) noexcept {
    bool is_inside = false;
    for (const Line& ring : polygon) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            if (is_on_segment(p, ring[i], ring[i + 1])) return Place::Boundary;
            if (is_met_by_ray(p, ring[i], ring[i + 1])) is_inside = !is_inside;
        }
    }
    return is_inside ? Place::Inside : Place::Outside;
}

bool is_inside(std::span<const Point> line, const Polygon& polygon) noexcept {
    const auto is_point_inside = [&](Point p) { return place_in(polygon, p) == Place::Inside; };
    if (!std::ranges::all_of(line, is_point_inside)) return false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        if (crosses_boundary(line[i], line[i + 1], polygon)) return false;
    }
    return true;
}

double distance(std::span<const Point> a, std::span<const Point> b) noexcept {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < std::max<std::size_t>(a.size(), 2) - 1; ++i) {
        for (std::size_t j = 0; j < std::max<std::size_t>(b.size(), 2) - 1; ++j) {
            if (a.empty() || b.empty()) return least;
            least = std::min(least, distance_of_segments(a[i], a[std::min(i + 1, a.size() - 1)], b[j],
                                                         b[std::min(j + 1, b.size() - 1)]));
        }
    }
    return least;
}

double distance(std::span<const Point> line, const Polygon& polygon) noexcept {
    const auto is_in = [&](Point p) { return place_in(polygon, p) != Place::Outside; };
    if (std::ranges::any_of(line, is_in)) return 0;
    double least = std::numeric_limits<double>::infinity();
    for (const Line& ring : polygon) least = std::min(least, distance(line, ring));
    return least;
}

double distance(const Polygon& a, const Polygon& b) noexcept {
    double least = std::numeric_limits<double>::infinity();
    for (const Line& ring : a) least = std::min(least, distance(ring, b));
    for (const Line& ring : b) least = std::min(least, distance(ring, a));
    return least;
}

}  // namespace jinsha::style::plane
