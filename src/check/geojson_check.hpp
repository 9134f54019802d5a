#pragma once

#include "check/finding.hpp"
#include "geo/envelope.hpp"
#include "json/index.hpp"
#include "map/map_document.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::check {

/// What is known about a file beside its text.
struct GeoJsonContext {
    bool is_geographic{true};            // false: the file's CRS is projected, so coordinates are no degrees
    std::optional<geo::Envelope> area;   // where features should lie, in the CRS of the file
    std::vector<map::FieldSpec> fields;  // what the document says of the fields
    std::vector<std::string> name_fields{"name_zh", "name"};  // should differ from feature to feature
    /// When given, only findings about this feature and those behind it are told, compared with all before
    /// it.
    std::optional<std::size_t> first_told;
};

/// Checks a text against RFC 8259 (JSON), RFC 7946 (GeoJSON), OGC 06-103r4 (valid polygons), and what the
/// document says of its fields and its area. Findings in the order of the text; of each code at most
/// `kMostFindings`, and then one that says how many more there are.
inline constexpr std::size_t kMostFindings = 200;
[[nodiscard]] std::vector<Finding> check_geojson(const json::Index& index, const GeoJsonContext& context);

}  // namespace jinsha::check
