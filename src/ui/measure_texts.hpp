#pragma once

#include "geo/measure.hpp"
#include "ui/measure_model.hpp"
#include "ui/translations.hpp"

#include <string>
#include <string_view>

/// Measures in words and units, free of any screen.
namespace jinsha::ui {

/// "823.46 m", "12.346 km"
[[nodiscard]] std::string measured_length(double metres);
/// "12 346 ㎡ · 1.235 公顷 · 18.52 亩 · 0.0123 平方公里"
[[nodiscard]] std::string measured_area(const Translations& tr, double square_metres);
/// The largest unit alone in which it is not below 1, for a label: "1.235 公顷"
[[nodiscard]] std::string short_area(const Translations& tr, double square_metres);
/// "123.4°"
[[nodiscard]] std::string bearing(double azimuth_deg);

// The lines that tell a measure, on the ellipsoid and then in the plane, which is named.
[[nodiscard]] MeasureRow path_row(const Translations& tr, const geo::MeasuredPath& path,
                                  std::string_view plane);
[[nodiscard]] MeasureRow area_row(const Translations& tr, const geo::MeasuredArea& area,
                                  std::string_view plane);
[[nodiscard]] MeasureRow circle_row(const Translations& tr, const geo::MeasuredCircle& circle,
                                    std::string_view plane);

}  // namespace jinsha::ui
