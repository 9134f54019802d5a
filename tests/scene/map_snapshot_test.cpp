#include "scene/map_snapshot.hpp"

#include "map/memory_feature_source.hpp"
#include "scene/small_map.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace jinsha::scene {
namespace {

std::size_t first_symbol_layer_of(std::string_view types) {
    std::string layers;
    for (const char type : types) {
        layers += layers.empty() ? "" : ", ";
        layers += type == 's' ? R"({"id": "s", "type": "symbol", "source": "a"})"
                              : R"({"id": "f", "type": "fill", "source": "a"})";
    }
    return small_map(R"({"layers": [)" + layers + "]}")->first_symbol_layer();
}

TEST(MapSnapshot, TellsWhereTheTopmostRunOfSymbolsBegins) {
    EXPECT_EQ(first_symbol_layer_of("fsfss"), 3u);
    EXPECT_EQ(first_symbol_layer_of("ss"), 0u);
    EXPECT_EQ(first_symbol_layer_of("fsf"), 3u);
    EXPECT_EQ(first_symbol_layer_of(""), 0u);
}

TEST(MapSnapshot, GivesAWholeZoomBack) {
    MapSnapshot map;
    map.scale = map::ZoomScale{26.58, 1};
    map.pixel_ratio = 1.25;
    for (double zoom = 0; zoom <= 24; zoom += 0.25) {
        EXPECT_EQ(map.zoom(map.units_per_pixel(zoom)), zoom);
    }
}

map::LoadedMap map_with_two_layers() {
    const auto document = map::parse_map_document(R"({"version": 8,
        "sources": {"a": {"type": "geojson", "data": {"type": "FeatureCollection", "features": []}}},
        "layers": [{"id": "b", "type": "background"},
                   {"id": "f", "type": "fill", "source": "a", "layout": {"visibility": "none"}}]})",
                                                  "town.map.json");
    map::LoadedMap map{*document, geo::Crs::wgs84(), map::ZoomScale{0, 1}, {}, {}, {}, {}, {}};
    map.sources = {{"other", "", map::MemoryFeatureSourceBuilder{}.build({}), 0},
                   {"a", "", map::MemoryFeatureSourceBuilder{}.build({}), 0}};
    return map;
}

TEST(MapSnapshot, FindsTheSourceOfEveryLayer) {
    const auto map = map_with_two_layers();
    const auto snapshot = make_snapshot(map, {{true, true}, 2}, 7);
    EXPECT_EQ(snapshot->revision, 7u);
    EXPECT_EQ(snapshot->pixel_ratio, 2);
    ASSERT_EQ(snapshot->layers.size(), 2u);
    EXPECT_EQ(snapshot->layers[0].source, nullptr) << "a background has none";
    EXPECT_EQ(snapshot->layers[1].source, map.sources[1].source);
    EXPECT_EQ(snapshot->layers[1].source_index, 1u);
}

TEST(MapSnapshot, ShowsWhatItIsToldToAndElseWhatTheStyleSays) {
    const auto map = map_with_two_layers();
    const auto told = make_snapshot(map, {{false, true}}, 1);
    EXPECT_FALSE(told->layers[0].is_visible);
    EXPECT_TRUE(told->layers[1].is_visible);
    const auto as_styled = make_snapshot(map, {}, 1);
    EXPECT_TRUE(as_styled->layers[0].is_visible);
    EXPECT_FALSE(as_styled->layers[1].is_visible);
}

}  // namespace
}  // namespace jinsha::scene
