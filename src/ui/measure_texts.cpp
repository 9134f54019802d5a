#include "ui/measure_texts.hpp"

#include "map/numbers.hpp"

#include <fmt/format.h>

#include <cmath>

namespace jinsha::ui {
namespace {

constexpr double kHectare = 10'000;
constexpr double kMu = 2'000.0 / 3;  // 亩: a fifteenth of a hectare
constexpr double kSquareKm = 1'000'000;

/// As many decimals as four digits need, at most four: 0.0123, 1.235, 18.52, 1 235.
std::string digits(double value) {
    if (!std::isfinite(value)) return "–";
    if (value >= 1000) return map::grouped(value);
    const int before = value >= 100 ? 3 : value >= 10 ? 2 : value >= 1 ? 1 : 0;
    return fmt::format("{:.{}f}", value, 4 - before);
}

}  // namespace

std::string measured_length(double metres) {
    if (!std::isfinite(metres)) return "–";
    return metres < 1000 ? fmt::format("{:.2f} m", metres) : fmt::format("{:.3f} km", metres / 1000);
}

std::string measured_area(const Translations& tr, double square_metres) {
    return tr("measure.areas", fmt::arg("m2", map::grouped(std::round(square_metres))),
              fmt::arg("hectares", digits(square_metres / kHectare)),
              fmt::arg("mu", digits(square_metres / kMu)),
              fmt::arg("km2", digits(square_metres / kSquareKm)));
}

std::string short_area(const Translations& tr, double square_metres) {
    if (square_metres >= kSquareKm)
        return tr("measure.km2", fmt::arg("value", digits(square_metres / kSquareKm)));
    if (square_metres >= kHectare)
        return tr("measure.hectares", fmt::arg("value", digits(square_metres / kHectare)));
    return fmt::format("{} ㎡", map::grouped(std::round(square_metres)));
}

std::string bearing(double azimuth_deg) {
    return std::isfinite(azimuth_deg) ? fmt::format("{:.1f}°", azimuth_deg) : "–";
}

MeasureRow path_row(const Translations& tr, const geo::MeasuredPath& path, std::string_view plane) {
    return {
        MeasureKind::Distance,
        {tr("measure.on_ellipsoid", fmt::arg("value", measured_length(path.ellipsoid_m))),
         tr("measure.in_plane", fmt::arg("value", measured_length(path.plane_m)), fmt::arg("plane", plane)),
         tr("measure.bearing", fmt::arg("value", bearing(path.azimuth_deg)))}};
}

MeasureRow area_row(const Translations& tr, const geo::MeasuredArea& area, std::string_view plane) {
    return {MeasureKind::Area,
            {tr("measure.on_ellipsoid", fmt::arg("value", measured_area(tr, area.ellipsoid_m2))),
             tr("measure.in_plane", fmt::arg("value", measured_area(tr, area.plane_m2)),
                fmt::arg("plane", plane)),
             tr("measure.perimeter", fmt::arg("value", measured_length(area.perimeter_m)))}};
}

MeasureRow circle_row(const Translations& tr, const geo::MeasuredCircle& circle, std::string_view plane) {
    return {MeasureKind::Circle,
            {tr("measure.radius", fmt::arg("value", measured_length(circle.ellipsoid_radius_m)),
                fmt::arg("bearing", bearing(circle.azimuth_deg))),
             tr("measure.on_ellipsoid", fmt::arg("value", measured_area(tr, circle.ellipsoid_m2))),
             tr("measure.in_plane", fmt::arg("value", measured_area(tr, circle.plane_m2)),
                fmt::arg("plane", plane))}};
}

}  // namespace jinsha::ui
