#include "style/expression/operator_table.hpp"
#include "style/operators/families.hpp"
#include "style/operators/geojson_argument.hpp"
#include "style/operators/plane.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace jinsha::style {

namespace {

using plane::Point;

// Web Mercator (EPSG:3857), the world from 0 to 1, y to the south.
Point mercator(const geo::LonLat& p) {
    const double phi = p.lat_deg * std::numbers::pi / 180;
    const double y = std::log(std::tan(std::numbers::pi / 4 + phi / 2)) / std::numbers::pi;
    return {(180 + p.lon_deg) / 360, (1 - y) / 2};
}

plane::Line mercator_line(const std::vector<geo::LonLat>& part, std::optional<double> steps) {
    plane::Line line;
    for (const geo::LonLat& p : part) {
        const Point m = mercator(p);
        line.push_back(steps ? Point{std::round(m.x * *steps) / *steps, std::round(m.y * *steps) / *steps}
                             : m);
    }
    return line;
}

struct Box {
    double west{std::numeric_limits<double>::infinity()}, east{-std::numeric_limits<double>::infinity()};

    void extend(const plane::Line& line) {
        for (const Point& p : line) {
            west = std::min(west, p.x);
            east = std::max(east, p.x);
        }
    }
};

// By how many worlds a point outside of the box must be moved to be nearer to it.
double shift_towards(const Box& box, double x) {
    if (x >= box.west && x <= box.east) return 0;
    for (const double edge : {box.west, box.east}) {
        if (x - edge > 0.5) return -1;
        if (edge - x > 0.5) return 1;
    }
    return 0;
}

/// Whether the feature, of points or lines, is inside of one of the polygons.
class Within final : public Expression {
public:
    Within(std::string key, std::vector<GeographicGeometry> polygons)
        : Expression{{Type{Kind::Boolean}, std::move(key), {}, Needs{Needs::Feature}}},
          polygons_{std::move(polygons)} {}

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        const auto geometry = in.feature ? in.feature->geographic_geometry() : std::nullopt;
        if (!geometry) return Value{false};
        if (geometry->type != geo::GeometryType::Point && geometry->type != geo::GeometryType::Line) {
            return Value{false};
        }
        std::vector<plane::Polygon> polygons;
        Box box;
        for (const GeographicGeometry& polygon : polygons_) {
            plane::Polygon& rings = polygons.emplace_back();
            for (const auto& part : polygon.parts) {
                rings.push_back(mercator_line(part, geometry->mercator_steps));
                box.extend(rings.back());
            }
        }
        const auto is_in_one = [&](const plane::Line& line) {
            return std::ranges::any_of(
                polygons, [&](const plane::Polygon& polygon) { return plane::is_inside(line, polygon); });
        };
        return Value{std::ranges::all_of(placed_lines(*geometry, box), is_in_one)};
    }

private:
    // Lines and points on the side of the antimeridian where the polygons are. Lines that reach around half
    // of the world stay where they are.
    static std::vector<plane::Line> placed_lines(const GeographicGeometry& geometry, const Box& box) {
        std::vector<plane::Line> lines;
        Box own;
        for (const auto& part : geometry.parts) {
            lines.push_back(mercator_line(part, geometry.mercator_steps));
            own.extend(lines.back());
        }
        if (geometry.type == geo::GeometryType::Line && own.east - own.west > 0.5) return lines;
        for (plane::Line& line : lines) {
            for (Point& p : line) p.x += shift_towards(box, p.x);
        }
        return lines;
    }

    std::vector<GeographicGeometry> polygons_;
};

ExpressionPtr parse_within(const Json& args, ParsingContext& context) {
    if (args.size() != 2) {
        return context.error("'within' expression requires exactly one argument, but found {} instead.",
                             args.size() - 1);
    }
    auto geometries = simple_geometries(args[1]);
    std::erase_if(geometries,
                  [](const GeographicGeometry& g) { return g.type != geo::GeometryType::Polygon; });
    if (geometries.empty()) {
        return context.error(
            "'within' expression requires valid geojson object that contains polygon geometry type.");
    }
    return std::make_shared<const Within>(context.key(), std::move(geometries));
}

}  // namespace

void add_within(OperatorTable& table) {
    table.add("within", parse_within);
}

}  // namespace jinsha::style
