#pragma once

#include "error/error.hpp"
#include "io/geojson_data.hpp"
#include "io/geojson_slices.hpp"

#include <cstddef>
#include <memory>
#include <optional>

namespace jinsha::io {

/// What a look at a large FeatureCollection tells without reading it.
struct GeoJsonSurvey {
    GeoJsonData beginning;  // the first features; its points also hold a position of places all over the file
    std::size_t features{};  // estimated
};

/// None when the file must be seen whole to be understood: it is not UTF-8, no FeatureCollection, broken at
/// its beginning, or names its CRS at its end.
[[nodiscard]] Result<std::optional<GeoJsonSurvey>> survey_geojson(GeoJsonSlices slices);

}  // namespace jinsha::io
