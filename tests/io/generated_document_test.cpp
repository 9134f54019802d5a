#include "io/generated_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>

namespace jinsha::io {
namespace {

using testing::HasSubstr;
using testing::Not;

LayerSummary summary(std::string_view crs, const geo::Envelope& extent, std::size_t features = 10) {
    LayerSummary result{{}, geo::Crs::from(crs).value(), extent, features};
    result.layer.name = "parcels";
    result.layer.geometry = "Polygon";
    return result;
}

const geo::Envelope kPanzhihua{101.4, 26.5, 101.7, 26.7};

map::MapDocument parsed(const std::vector<LayerSummary>& layers) {
    return map::parse_map_document(generate_document("/data/parcels.gpkg", layers), "/data/parcels.gpkg")
        .value();
}

TEST(MapCrs, OfProjectedDataIsTheirOwn) {
    EXPECT_EQ(map_crs_for({summary("EPSG:32648", {0, 0, 1, 1})}), "EPSG:32648");
}

// The zones as EPSG lists them: 4534 is CM 75E, 4543 CM 102E, 4554 CM 135E.
TEST(MapCrs, OfDegreesInChinaIsTheirThreeDegreeZone) {
    EXPECT_EQ(map_crs_for({summary("OGC:CRS84", kPanzhihua)}), "EPSG:4543");
    EXPECT_EQ(map_crs_for({summary("EPSG:4490", {74, 39, 76, 40})}), "EPSG:4534");
    EXPECT_EQ(map_crs_for({summary("EPSG:4326", {134, 48, 135, 48.5})}), "EPSG:4554");
}

TEST(MapCrs, ElsewhereIsWebMercator) {
    EXPECT_EQ(map_crs_for({summary("EPSG:4326", {8, 47, 9, 48})}), "EPSG:3857");
    EXPECT_EQ(map_crs_for({}), "EPSG:3857");
    EXPECT_EQ(map_crs_for({summary("EPSG:4326", {})}), "EPSG:3857");
}

TEST(MapCrs, OfAllOfChinaIsNotOneNarrowZone) {
    EXPECT_EQ(map_crs_for({summary("EPSG:4490", {73.5, 18, 135, 53.5})}), "EPSG:3857");
}

TEST(GeneratedDocument, IsAStyleWithoutFault) {
    auto layer = summary("EPSG:4490", kPanzhihua);
    layer.layer.fields = {{"id", "integer"}, {"Name", "string"}};
    const auto document = parsed({layer});
    EXPECT_THAT(document.problems, testing::IsEmpty());
    EXPECT_EQ(document.name, "parcels");
    EXPECT_EQ(document.crs, "EPSG:4543");
    ASSERT_EQ(document.sources.size(), 1u);
    EXPECT_EQ(document.sources[0].location, "parcels.gpkg");
    EXPECT_FALSE(document.sources[0].needs_permission);
}

TEST(GeneratedDocument, LabelsFeaturesWhereAFieldLooksLikeAName) {
    auto layer = summary("EPSG:4490", kPanzhihua);
    layer.layer.fields = {{"OBJECTID", "integer"}, {"名称", "string"}};
    EXPECT_EQ(parsed({layer}).layers.back().style.type(), style::LayerType::Symbol);
    layer.layer.fields = {{"OBJECTID", "integer"}};
    EXPECT_NE(parsed({layer}).layers.back().style.type(), style::LayerType::Symbol);
}

TEST(GeneratedDocument, DrawsAreasBelowLinesBelowPointsWhateverTheirOrder) {
    auto mixed = summary("EPSG:4490", kPanzhihua);
    mixed.layer.geometry = "Mixed";
    const auto document = parsed({mixed, summary("EPSG:4490", kPanzhihua)});
    std::vector<style::LayerType> types;
    for (const auto& layer : document.layers) types.push_back(layer.style.type());
    EXPECT_TRUE(std::is_sorted(types.begin(), types.end()));
}

TEST(GeneratedDocument, DrawsWhatTheLayerDeclares) {
    const std::map<std::string, style::LayerType> types{{"Point", style::LayerType::Circle},
                                                        {"MultiPoint", style::LayerType::Circle},
                                                        {"MultiLineString", style::LayerType::Line},
                                                        {"Polygon", style::LayerType::Fill}};
    for (const auto& [geometry, type] : types) {
        auto layer = summary("EPSG:4490", kPanzhihua);
        layer.layer.geometry = geometry;
        const auto document = parsed({layer});
        ASSERT_EQ(document.layers.size(), 2u) << geometry;  // the other is the background
        EXPECT_EQ(document.layers[1].style.type(), type) << geometry;
    }
}

TEST(GeneratedDocument, AsksFeaturesForTheirKindOnlyWhereTheLayerHasSeveral) {
    auto layer = summary("EPSG:4490", kPanzhihua);
    EXPECT_THAT(generate_document("/data/a.gpkg", {layer}), Not(HasSubstr("geometry-type")));
    layer.layer.geometry = "Mixed";
    EXPECT_THAT(generate_document("/data/a.gpkg", {layer}), HasSubstr("geometry-type"));
}

TEST(GeneratedDocument, DrawsDensePointsAsGrainsWithoutRims) {
    auto layer = summary("EPSG:4543", {430'000, 2'915'000, 485'000, 2'970'000}, 1'000'000);
    layer.layer.geometry = "Point";
    const auto circles = parsed({layer}).layers[1].style;
    const auto far_away = circles.circle_paint({.zoom = 10, .feature = nullptr});
    EXPECT_EQ(far_away.stroke_width, 0);
    EXPECT_LT(far_away.radius, 1.5);
    const auto near_by = circles.circle_paint({.zoom = 18, .feature = nullptr});
    EXPECT_GT(near_by.stroke_width, 1);
    EXPECT_EQ(near_by.radius, 5);
}

TEST(GeneratedDocument, DrawsASinglePointAsADisc) {
    auto layer = summary("EPSG:4490", {101.5, 26.5, 101.5, 26.5}, 1);
    layer.layer.geometry = "Point";
    EXPECT_EQ(parsed({layer}).layers[1].style.circle_paint({.zoom = 3, .feature = nullptr}).radius, 5);
}

TEST(GeneratedDocument, HoldsLabelsOfManyFeaturesBackUntilTheyHaveRoom) {
    auto layer = summary("EPSG:4543", {430'000, 2'915'000, 485'000, 2'970'000}, 300'000);
    layer.layer.fields = {{"name", "string"}};
    const auto labels = parsed({layer}).layers.back().style;
    EXPECT_FALSE(labels.covers_zoom(12));
    EXPECT_TRUE(labels.covers_zoom(16));
}

TEST(GeneratedDocument, SurvivesNamesThatAreNoUtf8) {
    auto layer = summary("EPSG:4490", kPanzhihua);
    layer.layer.name = "\xB8\xF1";
    EXPECT_THAT(generate_document("/data/\xB8.shp", {layer}), HasSubstr("\"version\": 8"));
}

}  // namespace
}  // namespace jinsha::io
