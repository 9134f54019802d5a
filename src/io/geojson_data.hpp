#pragma once

#include "error/error.hpp"
#include "io/raw_geometry.hpp"
#include "io/read_report.hpp"
#include "map/attribute_column.hpp"
#include "map/feature_source.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::io {

/// All features of a GeoJSON text, as they are there.
struct GeoJsonData {
    struct FeatureGeometry {
        geo::GeometryType type{geo::GeometryType::None};
        bool is_mixed{};
        std::size_t point_end{}, part_end{};  // one past its last in `points` and `parts`
    };
    std::vector<FeatureGeometry> features;
    std::vector<geo::SourcePoint> points;
    std::vector<RawPart> parts;
    std::map<std::size_t, Finding> faults;  // by feature: what makes its geometry unreadable

    map::AttributeColumn ids;
    std::vector<map::Field> fields;
    std::vector<map::AttributeColumn> columns;  // of the fields

    std::string geometry_kind{"None"};  // "Point", "MultiPolygon", "Mixed" …: what the features have together
    std::optional<std::string> crs;     // the name in the old "crs" member
    std::string other_type;             // not empty: the text is JSON of another kind ("Topology", "ESRI")

    [[nodiscard]] RawGeometryView geometry(std::size_t feature) const noexcept;
};

/// Reads a FeatureCollection, a Feature, a geometry, or a sequence of them one after the other (RFC 7946, RFC
/// 8142). The error is for what is no JSON or no GeoJSON: "line 3, column 17: expected …, found …". Faults of
/// single geometries are in the result.
[[nodiscard]] Result<GeoJsonData> parse_geojson(std::string_view text);

}  // namespace jinsha::io
