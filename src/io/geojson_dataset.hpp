#pragma once

#include "io/dataset_backend.hpp"
#include "io/gdal_crs.hpp"
#include "io/geojson_data.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace jinsha::io {

/// JSON that is not GeoJSON, and what it seems to be: "TopoJSON", "ESRI JSON".
struct OtherJson {
    std::string name;
};

using OpenedJson = std::variant<std::unique_ptr<VectorDataset::State>, OtherJson>;

/// GeoJSON, read by ourselves: GDAL changes ids, mixed types and null properties, cannot say where a fault
/// is, and takes several times as long. `text` may be in another encoding than UTF-8; `where` names the file
/// in problems, `name` the layer.
[[nodiscard]] Result<OpenedJson> open_geojson(std::string_view text, const std::string& where,
                                              const std::string& name, const DatasetHints& hints);

/// The CRS that the document or the text names, else what the coordinates look like.
[[nodiscard]] Result<LayerCrs> crs_of_geojson(const GeoJsonData& data, const geo::Envelope& extent,
                                              const DatasetHints& hints);
/// Without those that are no numbers.
[[nodiscard]] geo::Envelope extent_of_points(const std::vector<geo::SourcePoint>& points);

}  // namespace jinsha::io
