#include "io/vector_dataset.hpp"

#include "io/made_dataset.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::io {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::atomic<bool> kNotCancelled{false};

geo::Crs map_crs() {
    return geo::Crs::from("EPSG:4543").value();
}

VectorDataset opened(const std::filesystem::path& path, const DatasetHints& hints = {}) {
    auto dataset = VectorDataset::open(path, hints);
    EXPECT_TRUE(dataset) << dataset.error().message();
    return std::move(dataset.value());
}

LayerFeatures features_of(const VectorDataset& dataset, std::size_t layer = 0) {
    auto features = dataset.read(layer, map_crs(), kNotCancelled, {});
    EXPECT_TRUE(features) << features.error().message();
    return std::move(features.value());
}

style::Value property(const map::FeatureSource& source, std::uint32_t index, std::string_view name) {
    style::Value value;
    source.visit(index, [&](const map::SourceFeature& f) { value = f.property(name); });
    return value;
}

std::string text(const map::FeatureSource& source, std::uint32_t index, std::string_view name) {
    const style::Value value = property(source, index, name);
    const auto* found = std::get_if<std::string>(&value.data);
    return found ? *found : "";
}

geo::MapPoint first_point(const map::FeatureSource& source, std::uint32_t index) {
    geo::MapPoint point;
    source.visit(index, [&](const map::SourceFeature& f) { point = f.geometry().points.front(); });
    return point;
}

/// cs2cs (PROJ 9.1.1): 101.6042 26.5902 in EPSG:4543.
void expect_geliping(const map::FeatureSource& source) {
    EXPECT_NEAR(first_point(source, 0).x, 460573.3249, 0.01);
    EXPECT_NEAR(first_point(source, 0).y, 2942285.2840, 0.01);
}

const std::vector<MadeFeature> kGeliping{{"POINT (101.6042 26.5902)", "格里坪镇", 7}};

TEST(VectorDataset, ReadsGeoPackage) {
    const TemporaryFolder folder;
    make_dataset("GPKG", folder.path() / "a.gpkg", "EPSG:4490", wkbPoint, kGeliping);
    const VectorDataset dataset = opened(folder.path() / "a.gpkg");
    ASSERT_EQ(dataset.layers().size(), 1u);
    const LayerSummary& summary = dataset.layers()[0];
    EXPECT_EQ(summary.layer.name, "data");
    EXPECT_EQ(summary.layer.geometry, "Point");
    EXPECT_EQ(summary.layer.crs, (map::Found{"EPSG:4490", "declared in the GeoPackage"}));
    EXPECT_EQ(summary.layer.fields, (std::vector<map::Field>{{"name", "string"}, {"number", "integer"}}));
    EXPECT_EQ(summary.features, 1u);
    EXPECT_NEAR(summary.extent.min_x, 101.6042, 1e-9);

    const LayerFeatures features = features_of(dataset);
    expect_geliping(*features.source);
    EXPECT_EQ(text(*features.source, 0, "name"), "格里坪镇");
    EXPECT_EQ(std::get<double>(property(*features.source, 0, "number").data), 7);
    EXPECT_THAT(features.problems, IsEmpty());
    features.source->visit(0,
                           [](const map::SourceFeature& f) { EXPECT_EQ(std::get<double>(f.id().data), 1); });
}

TEST(VectorDataset, ReadsFlatGeobufAndKmlAndGeoJsonAlike) {
    const TemporaryFolder folder;
    make_dataset("FlatGeobuf", folder.path() / "a.fgb", "EPSG:4326", wkbPoint, kGeliping);
    make_dataset("LIBKML", folder.path() / "a.kml", "EPSG:4326", wkbPoint, kGeliping);
    folder.write("a.geojson", R"({"type":"Feature","properties":{"name":"格里坪镇","number":7},)"
                              R"("geometry":{"type":"Point","coordinates":[101.6042,26.5902]}})");
    for (const char* name : {"a.fgb", "a.kml", "a.geojson"}) {
        const LayerFeatures features = features_of(opened(folder.path() / name));
        ASSERT_EQ(features.source->size(), 1u) << name;
        expect_geliping(*features.source);
        EXPECT_EQ(text(*features.source, 0, name == std::string{"a.kml"} ? "Name" : "name"), "格里坪镇")
            << name;
        EXPECT_EQ(features.source->layer().encoding.name, "UTF-8") << name;
    }
}

TEST(VectorDataset, ReadsAnAxisOrderOfNorthingAndEastingAsXEast) {
    const TemporaryFolder folder;
    make_dataset("GPKG", folder.path() / "a.gpkg", "EPSG:4543", wkbPoint,
                 {{"POINT (460123 2942310)", "", 0}});
    EXPECT_EQ(first_point(*features_of(opened(folder.path() / "a.gpkg")).source, 0),
              (geo::MapPoint{460123, 2942310}));
}

TEST(VectorDataset, ReadsAShapefileInItsDeclaredEncoding) {
    const TemporaryFolder folder;
    make_dataset("ESRI Shapefile", folder.path() / "a.shp", "EPSG:4543", wkbPoint,
                 {{"POINT (460123 2942310)", "格里坪镇", 7}}, {"ENCODING=GBK", nullptr});
    const VectorDataset dataset = opened(folder.path() / "a.shp");
    EXPECT_EQ(dataset.layers()[0].layer.crs, (map::Found{"EPSG:4543", "declared in the .prj"}));
    const LayerFeatures features = features_of(dataset);
    EXPECT_EQ(text(*features.source, 0, "name"), "格里坪镇");
    EXPECT_EQ(features.source->layer().encoding, (map::Found{"GBK", "declared in the .cpg"}));
    EXPECT_EQ(first_point(*features.source, 0), (geo::MapPoint{460123, 2942310}));
}

TEST(VectorDataset, GuessesTheEncodingOfAShapefileWithoutOrWithAWrongDeclaration) {
    const TemporaryFolder folder;
    make_dataset("ESRI Shapefile", folder.path() / "a.shp", "EPSG:4543", wkbPoint,
                 {{"POINT (460123 2942310)", "格里坪镇", 7}}, {"ENCODING=GBK", nullptr});
    std::filesystem::remove(folder.path() / "a.cpg");
    const LayerFeatures undeclared = features_of(opened(folder.path() / "a.shp"));
    EXPECT_EQ(text(*undeclared.source, 0, "name"), "格里坪镇");
    EXPECT_EQ(undeclared.source->layer().encoding.name, "GB18030");
    EXPECT_THAT(undeclared.source->layer().encoding.how, HasSubstr("none declared"));

    folder.write("a.cpg", "UTF-8");
    const LayerFeatures wrong = features_of(opened(folder.path() / "a.shp"));
    EXPECT_EQ(text(*wrong.source, 0, "name"), "格里坪镇");
    EXPECT_EQ(wrong.source->layer().encoding.how, "declared in the .cpg as UTF-8, but the texts are GB18030");
}

TEST(VectorDataset, GuessesTheCrsOfAShapefileWithoutPrj) {
    const TemporaryFolder folder;
    make_dataset("ESRI Shapefile", folder.path() / "degrees.shp", "EPSG:4326", wkbPoint, kGeliping);
    make_dataset("ESRI Shapefile", folder.path() / "zone.shp", "EPSG:4522", wkbPoint,
                 {{"POINT (34460573.3249 2942285.2840)", "", 0}});
    make_dataset("ESRI Shapefile", folder.path() / "metres.shp", "EPSG:4543", wkbPoint,
                 {{"POINT (460573.3249 2942285.2840)", "", 0}});
    for (const char* name : {"degrees", "zone", "metres"})
        std::filesystem::remove(folder.path() / (std::string{name} + ".prj"));

    const VectorDataset degrees = opened(folder.path() / "degrees.shp");
    EXPECT_EQ(
        degrees.layers()[0].layer.crs,
        (map::Found{"OGC:CRS84", "none declared: taken as WGS 84 because the coordinates are degrees"}));
    expect_geliping(*features_of(degrees).source);

    const VectorDataset zone = opened(folder.path() / "zone.shp");
    EXPECT_EQ(zone.layers()[0].layer.crs.name, "EPSG:4522");
    EXPECT_THAT(zone.layers()[0].layer.crs.how, HasSubstr("eastings begin with zone 34"));
    expect_geliping(*features_of(zone).source);

    const VectorDataset metres = opened(folder.path() / "metres.shp");
    EXPECT_THAT(metres.layers()[0].layer.crs.how, HasSubstr("taken as the map's own"));
    expect_geliping(*features_of(metres).source);
}

TEST(VectorDataset, ObeysTheDocumentAboutCrsAndEncoding) {
    const TemporaryFolder folder;
    make_dataset("ESRI Shapefile", folder.path() / "a.shp", "EPSG:4542", wkbPoint,
                 {{"POINT (460123 2942310)", "格里坪镇", 7}}, {"ENCODING=GBK", nullptr});
    const VectorDataset dataset = opened(folder.path() / "a.shp", {"EPSG:4543", "GB18030"});
    EXPECT_EQ(dataset.layers()[0].layer.crs, (map::Found{"EPSG:4543", "set in the map document"}));
    const LayerFeatures features = features_of(dataset);
    EXPECT_EQ(first_point(*features.source, 0), (geo::MapPoint{460123, 2942310}));
    EXPECT_EQ(features.source->layer().encoding, (map::Found{"GB18030", "set in the map document"}));

    const auto unknown = VectorDataset::open(folder.path() / "a.shp", {"EPSG:999999", ""});
    ASSERT_FALSE(unknown);
    EXPECT_THAT(unknown.error().message(), HasSubstr("EPSG:999999"));
}

TEST(VectorDataset, ReadsATableWithCoordinates) {
    const TemporaryFolder folder;
    folder.write("a.csv", "name,code,lon,lat\n格里坪镇,0512,101.6042,26.5902\n");
    const VectorDataset dataset = opened(folder.path() / "a.csv");
    EXPECT_THAT(dataset.layers()[0].layer.crs.how, HasSubstr("because the coordinates are degrees"));
    const LayerFeatures features = features_of(dataset);
    expect_geliping(*features.source);
    EXPECT_EQ(text(*features.source, 0, "code"), "0512");  // a code keeps its zero
}

TEST(VectorDataset, ReadsAChineseTableInGbk) {
    const TemporaryFolder folder;
    // 名称,经度,纬度 / 格里坪
    folder.write(
        "a.csv",
        "\xC3\xFB\xB3\xC6,\xBE\xAD\xB6\xC8,\xCE\xB3\xB6\xC8\n\xB8\xF1\xC0\xEF\xC6\xBA,101.6042,26.5902\n");
    const LayerFeatures features = features_of(opened(folder.path() / "a.csv"));
    expect_geliping(*features.source);
    EXPECT_EQ(text(*features.source, 0, "名称"), "格里坪");
    EXPECT_EQ(features.source->layer().encoding.name, "GB18030");
}

TEST(VectorDataset, ReadsEveryLayerOfADataset) {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.path() / "shapes";
    std::filesystem::create_directory(path);
    make_dataset("ESRI Shapefile", path / "a.shp", "EPSG:4326", wkbPoint, kGeliping);
    make_dataset("ESRI Shapefile", path / "b.shp", "EPSG:4326", wkbLineString,
                 {{"LINESTRING (101 26, 102 27)", "", 0}});
    const VectorDataset dataset = opened(path);
    ASSERT_EQ(dataset.layers().size(), 2u);
    for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(features_of(dataset, i).source->size(), 1u);
}

TEST(VectorDataset, StraightensCurvesAndDropsHeights) {
    const TemporaryFolder folder;
    make_dataset("GPKG", folder.path() / "a.gpkg", "EPSG:4543", wkbUnknown,
                 {{"CURVEPOLYGON (CIRCULARSTRING (0 0, 10 10, 20 0, 10 -10, 0 0))", "", 0},
                  {"LINESTRING ZM (0 0 1 2, 5 5 3 4)", "", 0}});
    const LayerFeatures features = features_of(opened(folder.path() / "a.gpkg"));
    ASSERT_EQ(features.source->size(), 2u);
    features.source->visit(0, [](const map::SourceFeature& f) {
        EXPECT_EQ(f.geometry_type(), geo::GeometryType::Polygon);
        EXPECT_GT(f.geometry().points.size(), 50u);
    });
    features.source->visit(1, [](const map::SourceFeature& f) {
        EXPECT_THAT(f.geometry().points, ElementsAre(geo::MapPoint{0, 0}, geo::MapPoint{5, 5}));
    });
}

TEST(VectorDataset, FindsTheTypesOfATable) {
    const TemporaryFolder folder;
    folder.write("a.csv", "i,r,code,t,e,lon,lat\n1,1.5,0512,a,,101,26\n-2,2,12,7,,101,26\n");
    const LayerFeatures features = features_of(opened(folder.path() / "a.csv"));
    const auto& fields = features.source->layer().fields;
    EXPECT_EQ(fields[0].type, "integer");
    EXPECT_EQ(fields[1].type, "real");
    for (const std::size_t i : {2, 3, 4}) EXPECT_EQ(fields[i].type, "string") << fields[i].name;
    EXPECT_EQ(std::get<double>(property(*features.source, 1, "i").data), -2);
    features.source->visit(0, [](const map::SourceFeature& f) { EXPECT_FALSE(f.has_property("e")); });
}

TEST(VectorDataset, WritesDatesAsIsoTexts) {
    const TemporaryFolder folder;
    folder.write(
        "a.gml",
        R"(<ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml">
        <gml:featureMember><ogr:a fid="a.0"><ogr:geometryProperty><gml:Point srsName="EPSG:4543"><gml:coordinates>460123,2942310
        </gml:coordinates></gml:Point></ogr:geometryProperty><ogr:day>2021-09-14</ogr:day><ogr:at>2021-09-14T10:20:30+08:00</ogr:at>
        </ogr:a></gml:featureMember></ogr:FeatureCollection>)");
    const LayerFeatures features = features_of(opened(folder.path() / "a.gml"));
    EXPECT_EQ(text(*features.source, 0, "day"), "2021-09-14");
    EXPECT_EQ(text(*features.source, 0, "at"), "2021-09-14T10:20:30+08:00");
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "a.gfs"));
}

TEST(VectorDataset, ReadsInlineGeoJson) {
    const auto dataset =
        VectorDataset::from_geojson(R"({"type":"Point","coordinates":[101.6042,26.5902]})", DatasetHints{});
    ASSERT_TRUE(dataset) << dataset.error().message();
    expect_geliping(*features_of(*dataset).source);
}

TEST(VectorDataset, TakesTheCrsMemberOfOldGeoJson) {
    const TemporaryFolder folder;
    folder.write("a.geojson",
                 R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4543"}},)"
                 R"("features":[{"type":"Feature","properties":{},)"
                 R"("geometry":{"type":"Point","coordinates":[460123,2942310]}}]})");
    const VectorDataset dataset = opened(folder.path() / "a.geojson");
    EXPECT_EQ(dataset.layers()[0].layer.crs, (map::Found{"EPSG:4543", "declared in the \"crs\" member"}));
    EXPECT_EQ(first_point(*features_of(dataset).source, 0), (geo::MapPoint{460123, 2942310}));
}

TEST(VectorDataset, WarnsOfADatumThatCannotBeShifted) {
    const TemporaryFolder folder;
    make_dataset("GPKG", folder.path() / "a.gpkg", "EPSG:2431", wkbPoint,
                 {{"POINT (460123 2942310)", "", 0}});
    EXPECT_THAT(features_of(opened(folder.path() / "a.gpkg")).problems,
                ElementsAre(AllOf(Field(&Problem::where, "a.gpkg"),
                                  Field(&Problem::message, HasSubstr("Beijing 1954")))));
}

TEST(VectorDataset, ReportsProgressAndStopsWhenToldTo) {
    const TemporaryFolder folder;
    make_dataset("GPKG", folder.path() / "a.gpkg", "EPSG:4543", wkbPoint,
                 std::vector<MadeFeature>(3000, {"POINT (460123 2942310)", "", 0}));
    const VectorDataset dataset = opened(folder.path() / "a.gpkg");
    std::vector<double> fractions;
    ASSERT_TRUE(dataset.read(0, map_crs(), kNotCancelled, [&](double f) { fractions.push_back(f); }));
    EXPECT_GE(fractions.size(), 3u);
    EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
    EXPECT_LE(fractions.back(), 1);

    std::atomic<bool> cancelled{false};
    const auto stopped = dataset.read(0, map_crs(), cancelled, [&](double f) { cancelled = f > 0; });
    ASSERT_FALSE(stopped);
    EXPECT_THAT(stopped.error().message(), HasSubstr("cancelled"));
    EXPECT_EQ(features_of(dataset).source->size(), 3000u);  // it can be read again
}

}  // namespace
}  // namespace jinsha::io
