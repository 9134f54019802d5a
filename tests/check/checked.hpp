#pragma once

#include "check/geojson_check.hpp"
#include "json/index.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jinsha::check::test {

inline std::vector<Finding> findings(std::string_view text, const GeoJsonContext& context = {}) {
    return check_geojson(json::Index{text}, context);
}

/// "ring-not-closed ring-direction"
inline std::string codes(std::string_view text, const GeoJsonContext& context = {}) {
    std::string list;
    for (const Finding& finding : findings(text, context)) list += (list.empty() ? "" : " ") + finding.code;
    return list;
}

/// A collection of features that hold these geometries.
inline std::string collection(const std::vector<std::string>& geometries) {
    std::string text = R"({"type": "FeatureCollection", "features": [)";
    for (std::size_t i = 0; i < geometries.size(); ++i) {
        text += (i == 0 ? "" : ", ") + (R"({"type": "Feature", "geometry": )" + geometries[i]) +
                R"(, "properties": {}})";
    }
    return text + "]}";
}

inline std::string polygon(const std::string& rings) {
    return collection({R"({"type": "Polygon", "coordinates": [)" + rings + "]}"});
}

inline std::string point(const std::string& position) {
    return R"({"type": "Point", "coordinates": )" + position + "}";
}

}  // namespace jinsha::check::test
