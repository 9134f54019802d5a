#include "io/geojson_data.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::io {
namespace {

using geo::GeometryType;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

GeoJsonData parsed(std::string_view text) {
    auto data = parse_geojson(text);
    EXPECT_TRUE(data) << data.error().message();
    return data ? *std::move(data) : GeoJsonData{};
}

std::string error_in(std::string_view text) {
    const auto data = parse_geojson(text);
    return data ? "" : data.error().message();
}

std::string collection(const std::string& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

std::string feature(const std::string& geometry, const std::string& properties = "{}") {
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

/// What is wrong with the only geometry of a collection; "" when nothing is.
std::string fault_of(const std::string& geometry) {
    const GeoJsonData data = parsed(collection(feature(geometry)));
    EXPECT_EQ(data.features.size(), 1u);
    return data.faults.empty() ? "" : data.faults.at(0).words;
}

TEST(GeoJson, ReadsEveryKindOfGeometry) {
    const GeoJsonData data = parsed(collection(
        feature(R"({"type":"Point","coordinates":[1,2]})") + "," +
        feature(R"({"type":"MultiPoint","coordinates":[[1,2],[3,4]]})") + "," +
        feature(R"({"type":"LineString","coordinates":[[1,2],[3,4]]})") + "," +
        feature(R"({"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]})") + "," +
        feature(R"({"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,2],[2,1],[1,1]]]})") +
        "," +
        feature(
            R"({"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]]],[[[5,0],[9,0],[9,9],[5,0]]]]})")));
    ASSERT_EQ(data.features.size(), 6u);
    EXPECT_THAT(data.faults, IsEmpty());
    EXPECT_EQ(data.geometry(0).points[0], (geo::SourcePoint{1, 2}));
    EXPECT_EQ(data.geometry(1).parts.size(), 2u);
    EXPECT_EQ(data.geometry(2).type, GeometryType::Line);
    EXPECT_EQ(data.geometry(3).parts[1].end, 4u);
    EXPECT_TRUE(data.geometry(4).parts[1].is_hole);
    EXPECT_FALSE(data.geometry(5).parts[1].is_hole);
    EXPECT_EQ(data.geometry_kind, "Mixed");
}

TEST(GeoJson, DropsHeightsAndMeasures) {
    const GeoJsonData data = parsed(R"({"type":"LineString","coordinates":[[1,2,1100],[3,4,1200,7]]})");
    EXPECT_THAT(data.geometry(0).points, ElementsAre(geo::SourcePoint{1, 2}, geo::SourcePoint{3, 4}));
}

TEST(GeoJson, TakesMembersInAnyOrder) {
    const GeoJsonData data = parsed(
        R"({"features":[{"geometry":{"coordinates":[1,2],"type":"Point"},"properties":{"a":1},"id":"x","type":"Feature"}],)"
        R"("name":"n","bbox":[0,0,1,1],"type":"FeatureCollection"})");
    ASSERT_EQ(data.features.size(), 1u);
    EXPECT_EQ(data.ids.text_at(0), "x");
    EXPECT_EQ(std::get<double>(data.columns.at(0).at(0).data), 1);
}

TEST(GeoJson, ReadsASingleFeatureAndASingleGeometry) {
    EXPECT_EQ(
        parsed(feature(R"({"type":"Point","coordinates":[1,2]})", R"({"a":"b"})")).columns.at(0).text_at(0),
        "b");
    EXPECT_EQ(parsed(R"({"type":"Point","coordinates":[1,2]})").geometry_kind, "Point");
}

TEST(GeoJson, ReadsAFeatureWhoseTypeComesLast) {
    const GeoJsonData data = parsed(
        R"({"id":7,"properties":{"a":"b"},"geometry":{"type":"Point","coordinates":[1,2]},"type":"Feature"})");
    EXPECT_EQ(std::get<double>(data.ids.at(0).data), 7);
    EXPECT_EQ(data.columns.at(0).text_at(0), "b");
    EXPECT_EQ(data.geometry(0).points.size(), 1u);
}

TEST(GeoJson, DoesNotTakeMembersOfTheCollectionForThoseOfAFeature) {
    const GeoJsonData data =
        parsed(R"({"id":"whole","properties":{"a":1},"type":"FeatureCollection","features":[)" +
               feature("null", R"({"a":2})") + "]}");
    EXPECT_TRUE(data.ids.at(0).is_null());
    EXPECT_EQ(std::get<double>(data.columns.at(0).at(0).data), 2);
}

TEST(GeoJson, ReadsSequencesOfFeatures) {
    const std::string one = feature(R"({"type":"Point","coordinates":[1,2]})");
    EXPECT_EQ(parsed(one + "\n" + one + "\n").features.size(), 2u);
    EXPECT_EQ(parsed("\x1E" + one + "\n\x1E" + one + "\n").features.size(), 2u);
}

TEST(GeoJson, KeepsIdsOfAnyType) {
    const std::string geometry = R"("geometry":null,"properties":null})";
    const GeoJsonData data =
        parsed(collection(R"({"type":"Feature","id":"格里坪",)" + geometry + "," +
                          R"({"type":"Feature","id":12,)" + geometry + "," + R"({"type":"Feature",)" +
                          geometry + "," + R"({"type":"Feature","id":510403199001011234,)" + geometry));
    EXPECT_EQ(data.ids.text_at(0), "格里坪");
    EXPECT_EQ(std::get<double>(data.ids.at(1).data), 12);
    EXPECT_FALSE(data.ids.has(2));
    EXPECT_EQ(data.ids.text_at(3), "510403199001011234");  // more digits than a double holds
}

TEST(GeoJson, NamesFieldsWithTheTypeThatFitsAllValues) {
    const GeoJsonData data = parsed(collection(
        feature("null", R"({"i":1,"r":1,"t":"a","b":true,"o":{"x":1},"m":1,"d":"2021-09-14","n":null})") +
        "," +
        feature("null",
                R"({"i":2,"r":1.5,"t":"b","b":false,"o":[1],"m":"one","d":"2022-01-01","late":"x"})")));
    EXPECT_THAT(
        data.fields,
        ElementsAre(map::Field{"i", "integer"}, map::Field{"r", "real"}, map::Field{"t", "string"},
                    map::Field{"b", "boolean"}, map::Field{"o", "json"}, map::Field{"m", "json"},
                    map::Field{"d", "date"}, map::Field{"n", "string"}, map::Field{"late", "string"}));
}

TEST(GeoJson, KeepsEachValueAsItIs) {
    const GeoJsonData data = parsed(collection(feature("null", R"({"m":1,"code":"0512"})") + "," +
                                               feature("null", R"({"m":"1","n":null})")));
    EXPECT_EQ(std::get<double>(data.columns[0].at(0).data), 1);
    EXPECT_EQ(data.columns[0].text_at(1), "1");
    EXPECT_EQ(data.columns[1].text_at(0), "0512");
    EXPECT_FALSE(data.columns[1].has(1));
    EXPECT_TRUE(data.columns[2].has(1));
    EXPECT_TRUE(data.columns[2].at(1).is_null());
}

TEST(GeoJson, TakesTheFirstOfRepeatedMembers) {
    const GeoJsonData data =
        parsed(collection(feature("null", R"({"a":1,"a":2})") + "," + feature("null", R"({"a":3})")));
    EXPECT_EQ(std::get<double>(data.columns[0].at(0).data), 1);
    EXPECT_EQ(std::get<double>(data.columns[0].at(1).data), 3);
}

TEST(GeoJson, KeepsTheHighestDimensionOfACollection) {
    const GeoJsonData data = parsed(
        R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},)"
        R"({"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]},)"
        R"({"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[5,0],[9,0],[9,9],[5,0]]]}]}]})");
    EXPECT_EQ(data.geometry(0).type, GeometryType::Polygon);
    EXPECT_EQ(data.geometry(0).parts.size(), 2u);
    EXPECT_TRUE(data.geometry(0).is_mixed);
}

TEST(GeoJson, ReadsEmptyGeometries) {
    EXPECT_EQ(fault_of(R"({"type":"Polygon","coordinates":[]})"), "");
    EXPECT_EQ(fault_of(R"({"type":"Point","coordinates":[]})"), "");
    EXPECT_EQ(fault_of(R"({"type":"MultiPolygon","coordinates":[[]]})"), "");
    EXPECT_EQ(fault_of(R"({"type":"GeometryCollection","geometries":[]})"), "");
    EXPECT_EQ(fault_of("null"), "");
}

TEST(GeoJson, SaysWhatIsWrongWithAGeometry) {
    EXPECT_EQ(fault_of(R"({"type":"Polygon","coordinates":[[0,0],[1,1]]})"),
              "coordinates of a Polygon need 3 levels of brackets, found 2");
    EXPECT_EQ(fault_of(R"({"type":"Point","coordinates":[1]})"), "position has 1 number, needs at least 2");
    EXPECT_EQ(fault_of(R"({"type":"Point","coordinates":["1","2"]})"),
              "coordinate is a string, not a number");
    EXPECT_EQ(fault_of(R"({"type":"Point","coordinates":[null,2]})"), "coordinate is null, not a number");
    EXPECT_EQ(fault_of(R"({"type":"LineString","coordinates":[[1,2],[[3,4]]]})"),
              "coordinates have brackets of uneven depth");
    EXPECT_EQ(fault_of(R"({"type":"Pont","coordinates":[1,2]})"), "geometry type 'Pont' is not known");
    EXPECT_EQ(fault_of(R"({"coordinates":[1,2]})"), "geometry has no type");
    EXPECT_EQ(fault_of(R"({"type":"Point"})"), "Point has no coordinates");
    EXPECT_EQ(fault_of(R"({"type":"Point","coordinates":{"x":1}})"),
              "coordinates are an object, not an array");
    EXPECT_EQ(fault_of("17"), "geometry is a number, not an object");
}

TEST(GeoJson, CountsElementsThatAreNoFeatures) {
    const GeoJsonData data =
        parsed(collection(R"(null,{"type":"Point","coordinates":[1,2]},)" + feature("null")));
    EXPECT_EQ(data.features.size(), 3u);
    EXPECT_EQ(data.faults.at(0).words, "expected a Feature, found null");
    EXPECT_EQ(data.faults.at(1).words, "expected a Feature, found a Point");
}

TEST(GeoJson, TakesNotANumberForACoordinate) {
    EXPECT_EQ(fault_of(R"({"type":"Point","coordinates":[NaN,2]})"), "");  // told when it is to be drawn
}

TEST(GeoJson, FindsTheOldNameOfACrs) {
    EXPECT_EQ(
        parsed(
            R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4543"}},)"
            R"("features":[]})")
            .crs,
        "urn:ogc:def:crs:EPSG::4543");
    EXPECT_EQ(parsed(R"({"type":"FeatureCollection","crs":null,"features":[]})").crs, std::nullopt);
}

TEST(GeoJson, KnowsOtherJson) {
    EXPECT_EQ(parsed(R"({"type":"Topology","objects":{},"arcs":[]})").other_type, "TopoJSON");
    EXPECT_EQ(parsed(R"({"geometryType":"esriGeometryPoint","features":[]})").other_type, "ESRI JSON");
}

TEST(GeoJson, SaysWhereATextBreaks) {
    EXPECT_EQ(
        error_in("{\"type\":\"FeatureCollection\",\n\"features\":[\n{\"type\":\"Feature\",\"geometry\":{"),
        "line 3, column 31: expected a key in quotation marks, found the end of the text");
    EXPECT_EQ(error_in(collection("") + "x"), "line 1, column 43: expected the end of the text, found 'x'");
    EXPECT_EQ(error_in("[]"), "line 1, column 1: expected an object, found an array");
    EXPECT_EQ(error_in(R"({"a":1})"), R"(expected GeoJSON, found an object without "type")");
    EXPECT_EQ(error_in(R"({"type":"FeatureCollection"})"),
              R"(expected "features" in the FeatureCollection, found none)");
    EXPECT_EQ(error_in(R"({"type":"Style"})"), "geometry type 'Style' is not known");
}

TEST(GeoJson, BreaksAtEveryPlaceWithoutHarm) {
    const std::string whole =
        collection(feature(R"({"type":"MultiPolygon","coordinates":[[[[0.5,0],[9,0],[9,9e0],[0,0]]]]})",
                           R"({"a":"\u91d1","b":[1,{"c":null}]})"));
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_NE(error_in(std::string_view{whole}.substr(0, length)), "") << length;
}

}  // namespace
}  // namespace jinsha::io
