#pragma once

#include "map/memory_feature_source.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace jinsha::map {

inline geo::Geometry point(double x, double y) {
    geo::Geometry geometry{geo::GeometryType::Point, {{x, y}}, {}};
    geometry.end_part();
    return geometry;
}

/// Three places in a row, the middle one without a height.
inline std::shared_ptr<const MemoryFeatureSource> places() {
    MemoryFeatureSourceBuilder builder;
    builder.add(point(0, 0).view(), {"a"}, {{"name", {"格里坪"}}, {"height", {1020.0}}});
    builder.add(point(10, 0).view(), {2.0}, {{"name", {"大水井"}}});
    builder.add(point(20, 0).view(), {}, {{"name", {"格里坪"}}, {"height", {1110.5}}, {"is_open", {true}}});
    return builder.build({.name = "places", .geometry = "Point"});
}

inline std::vector<std::uint32_t> found(const FeatureSource& source, const geo::Envelope& box) {
    std::vector<std::uint32_t> indices;
    source.visit(box, 0, [&](const SourceFeature& feature) {
        indices.push_back(feature.index());
        return true;
    });
    return indices;
}

inline style::Value property(const FeatureSource& source, std::uint32_t index, std::string_view name) {
    style::Value value;
    source.visit(index, [&](const SourceFeature& feature) { value = feature.property(name); });
    return value;
}

}  // namespace jinsha::map
