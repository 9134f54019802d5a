#pragma once

#include "map/memory_feature_source.hpp"
#include "scene/map_snapshot.hpp"
#include "style/style_layer.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jinsha::scene::test {

using Attributes = map::MemoryFeatureSourceBuilder::Attributes;

struct TestFeature {
    geo::Geometry geometry;
    Attributes attributes;
};

inline geo::Geometry points(std::vector<geo::MapPoint> at) {
    geo::Geometry geometry{geo::GeometryType::Point, {}, {}};
    for (const geo::MapPoint& p : at) {
        geometry.points.push_back(p);
        geometry.end_part();
    }
    return geometry;
}

inline geo::Geometry line(std::vector<geo::MapPoint> along) {
    geo::Geometry geometry{geo::GeometryType::Line, std::move(along), {}};
    geometry.end_part();
    return geometry;
}

/// Each ring closed, as GeometryView promises.
inline geo::Geometry polygon(const std::vector<std::vector<geo::MapPoint>>& rings) {
    geo::Geometry geometry{geo::GeometryType::Polygon, {}, {}};
    for (const auto& ring : rings) {
        geometry.points.insert(geometry.points.end(), ring.begin(), ring.end());
        geometry.end_part();
    }
    return geometry;
}

/// Counter-clockwise from the lower left corner.
inline geo::Geometry box(double left, double bottom, double right, double top) {
    return polygon({{{left, bottom}, {right, bottom}, {right, top}, {left, top}, {left, bottom}}});
}

inline style::Value text(std::string value) {
    return style::Value{std::move(value)};
}
inline style::Value number(double value) {
    return style::Value{value};
}

inline std::shared_ptr<const map::FeatureSource> source_of(const std::vector<TestFeature>& features) {
    map::MemoryFeatureSourceBuilder builder;
    for (const TestFeature& f : features) builder.add(f.geometry.view(), {}, f.attributes);
    return builder.build({"test", "Mixed", {}, {}, {}});
}

inline style::StyleLayer style_layer(std::string_view json) {
    std::vector<Problem> problems;
    auto layer = style::StyleLayer::parse(nlohmann::ordered_json::parse(json), "/layers/0", problems);
    if (!layer) throw std::runtime_error{layer.error().message()};
    for (const Problem& p : problems) throw std::runtime_error{p.where + ": " + p.message};
    return *layer;
}

struct TestLayer {
    std::string json;  // without "source"
    std::shared_ptr<const map::FeatureSource> source;
    std::uint32_t source_index{};
    bool is_visible{true};
};

/// One map unit is a metre; at zoom 16 a CSS pixel is 1.19 of them.
inline std::shared_ptr<MapSnapshot> snapshot_of(const std::vector<TestLayer>& layers,
                                                double pixel_ratio = 1) {
    auto snapshot = std::make_shared<MapSnapshot>();
    snapshot->revision = 1;
    snapshot->pixel_ratio = pixel_ratio;
    for (const TestLayer& layer : layers) {
        auto json = nlohmann::ordered_json::parse(layer.json);
        json["source"] = "s";
        snapshot->layers.push_back(
            {style_layer(json.dump()), layer.source, layer.source_index, layer.is_visible});
    }
    return snapshot;
}

/// The style's zoom at which a physical pixel is one metre.
inline double zoom_of_metres(const MapSnapshot& snapshot) {
    return snapshot.zoom(1);
}

}  // namespace jinsha::scene::test
