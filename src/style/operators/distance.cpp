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

/// Metres in the plane that touches the ellipsoid at one point: good to a tenth of a percent over some
/// hundred kilometres. Radii of curvature of WGS 84 along meridian and parallel (Snyder 1987, pages 24 and
/// 25).
class LocalPlane {
public:
    explicit LocalPlane(const geo::LonLat& origin) : origin_{origin} {
        constexpr double kRadians = std::numbers::pi / 180, kEquator_m = 6378137,
                         kFlattening = 1 / 298.257223563;
        constexpr double kEccentricity2 = kFlattening * (2 - kFlattening);
        const double cosine = std::cos(origin.lat_deg * kRadians);
        const double w2 = 1 / (1 - kEccentricity2 * (1 - cosine * cosine));
        x_m_per_degree_ = kRadians * kEquator_m * std::sqrt(w2) * cosine;
        y_m_per_degree_ = kRadians * kEquator_m * std::sqrt(w2) * w2 * (1 - kEccentricity2);
    }

    [[nodiscard]] plane::Line line(const std::vector<geo::LonLat>& part) const {
        plane::Line line;
        for (const geo::LonLat& p : part) {
            const double east = std::remainder(p.lon_deg - origin_.lon_deg, 360);
            line.push_back({east * x_m_per_degree_, (p.lat_deg - origin_.lat_deg) * y_m_per_degree_});
        }
        return line;
    }
    [[nodiscard]] plane::Polygon polygon(const std::vector<std::vector<geo::LonLat>>& parts) const {
        plane::Polygon polygon;
        for (const auto& part : parts) polygon.push_back(line(part));
        return polygon;
    }

private:
    geo::LonLat origin_;
    double x_m_per_degree_{}, y_m_per_degree_{};
};

double distance_m(const GeographicGeometry& feature, const GeographicGeometry& other,
                  const LocalPlane& local) {
    const bool other_is_polygon = other.type == geo::GeometryType::Polygon;
    if (feature.type == geo::GeometryType::Polygon) {
        const plane::Polygon polygon = local.polygon(feature.parts);
        return other_is_polygon ? plane::distance(polygon, local.polygon(other.parts))
                                : plane::distance(local.line(other.parts[0]), polygon);
    }
    double least = std::numeric_limits<double>::infinity();
    for (const auto& part : feature.parts) {
        const plane::Line line = local.line(part);
        least = std::min(least, other_is_polygon ? plane::distance(line, local.polygon(other.parts))
                                                 : plane::distance(line, local.line(other.parts[0])));
    }
    return least;
}

/// Metres between the feature and the nearest of the geometries; NaN for a feature without one.
class Distance final : public Expression {
public:
    Distance(std::string key, std::vector<GeographicGeometry> geometries)
        : Expression{{Type{Kind::Number}, std::move(key), {}, Needs{Needs::Feature}}},
          geometries_{std::move(geometries)} {}

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        const auto feature = in.feature ? in.feature->geographic_geometry() : std::nullopt;
        if (!feature || feature->parts.empty() || feature->parts[0].empty()) {
            return Value{std::numeric_limits<double>::quiet_NaN()};
        }
        const LocalPlane local{feature->parts[0][0]};
        double least = std::numeric_limits<double>::infinity();
        for (const GeographicGeometry& other : geometries_) {
            least = std::min(least, distance_m(*feature, other, local));
        }
        return Value{least};
    }

private:
    std::vector<GeographicGeometry> geometries_;
};

ExpressionPtr parse_distance(const Json& args, ParsingContext& context) {
    if (args.size() != 2) {
        return context.error("'distance' expression requires exactly one argument, but found {} instead.",
                             args.size() - 1);
    }
    auto geometries = simple_geometries(args[1]);
    if (geometries.empty()) {
        return context.error(
            "'distance' expression requires valid geojson object that contains polygon geometry type.");
    }
    return std::make_shared<const Distance>(context.key(), std::move(geometries));
}

}  // namespace

void add_distance(OperatorTable& table) {
    table.add("distance", parse_distance);
}

}  // namespace jinsha::style
