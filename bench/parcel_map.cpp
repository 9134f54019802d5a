#include "parcel_map.hpp"

#include "map/memory_feature_source.hpp"
#include "parcels.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>

namespace jinsha::bench {

namespace {

std::shared_ptr<const map::FeatureSource> parcels(std::uint64_t side) {
    map::MemoryFeatureSourceBuilder builder;
    builder.set_fields({{"class", "integer"}, {"name", "string"}});
    for (std::uint64_t i = 0; i < side * side; ++i) {
        geo::Geometry geometry;
        geometry.type = geo::GeometryType::Polygon;
        for (const auto& ring : parcel(i % side, i / side)) {
            for (const Position& p : ring) geometry.points.push_back({p.x, p.y});
            geometry.end_part();
        }
        builder.add_row(
            geometry.view(), {},
            {style::Value{std::floor(chance(i, 0, 60) * 4)}, style::Value{fmt::format("地块{}", i)}});
    }
    return builder.build({});
}

style::StyleLayer layer(const char* json) {
    std::vector<Problem> problems;
    auto parsed = style::StyleLayer::parse(nlohmann::ordered_json::parse(json), "/layers/0", problems);
    if (!parsed || !problems.empty()) std::abort();
    return *parsed;
}

}  // namespace

std::shared_ptr<const scene::MapSnapshot> parcel_map(std::uint64_t side) {
    auto snapshot = std::make_shared<scene::MapSnapshot>();
    snapshot->revision = 1;
    snapshot->scale = map::ZoomScale{0, 78'271.5};
    snapshot->origin = {kWest, kSouth};
    const auto source = parcels(side);
    snapshot->layers.push_back({layer(R"({"id": "parcels", "type": "fill", "source": "parcels", "paint": {
        "fill-color": ["match", ["get", "class"], 0, "#8dd3c7", 1, "#ffffb3", 2, "#fb8072", "#80b1d3"],
        "fill-outline-color": "#404040"}})"),
                                source, 0, true});
    snapshot->layers.push_back({layer(R"({"id": "names", "type": "symbol", "source": "parcels", "layout": {
        "text-field": ["get", "name"], "text-size": 12}})"),
                                source, 0, true});
    return snapshot;
}

scene::GridRect middle_rect(std::uint64_t side, double units_per_pixel, int width, int height) {
    const double middle_px = kCell * static_cast<double>(side) / 2 / units_per_pixel;
    return {std::llround(middle_px) - width / 2, -std::llround(middle_px) - height / 2, width, height};
}

}  // namespace jinsha::bench
