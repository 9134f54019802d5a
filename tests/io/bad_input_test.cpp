#include "io/made_dataset.hpp"
#include "io/vector_dataset.hpp"
#include "support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const std::atomic<bool> kNotCancelled{false};

std::string error_of(const fs::path& path) {
    const auto dataset = VectorDataset::open(path, {});
    return dataset ? "" : dataset.error().message();
}

struct Outcome {
    std::size_t taken{}, skipped{};
    std::vector<std::string> messages;
};

Outcome outcome_of(const fs::path& path) {
    const auto dataset = VectorDataset::open(path, {});
    EXPECT_TRUE(dataset) << dataset.error().message();
    if (!dataset) return {};
    const auto features = dataset->read(0, geo::Crs::from("EPSG:4543").value(), kNotCancelled, {});
    EXPECT_TRUE(features) << features.error().message();
    if (!features) return {};
    Outcome outcome{features->source->size(), features->skipped, {}};
    for (const Problem& problem : features->problems) outcome.messages.push_back(problem.message);
    return outcome;
}

Outcome outcome_of_geometries(const std::vector<std::string>& geometries) {
    const TemporaryFolder folder;
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (const std::string& geometry : geometries)
        text += std::string{text.back() == '[' ? "" : ","} +
                R"({"type":"Feature","properties":{},"geometry":)" + geometry + "}";
    return outcome_of(folder.write("a.geojson", text + "]}"));
}

std::string polygon(const std::string& ring) {
    return R"({"type":"Polygon","coordinates":[)" + ring + "]}";
}

const std::string kSound = R"({"type":"Point","coordinates":[101.6,26.6]})";

TEST(BadInput, MissingFile) {
    EXPECT_EQ(error_of("/no/such/districts.geojson"), "/no/such/districts.geojson: there is no such file");
}

TEST(BadInput, EmptyFile) {
    const TemporaryFolder folder;
    for (const char* name : {"a.geojson", "a.shp", "a.gpkg", "a.csv"})
        EXPECT_THAT(error_of(folder.write(name, "")), EndsWith("is empty: expected map data, found 0 bytes"))
            << name;
}

TEST(BadInput, FolderWithoutData) {
    const TemporaryFolder folder;
    EXPECT_THAT(error_of(folder.path()), HasSubstr("found none of them"));
}

TEST(BadInput, TruncatedJson) {
    const TemporaryFolder folder;
    EXPECT_EQ(error_of(folder.write("districts.geojson", "{\"type\":\"FeatureCollection\",\n\"features\":[")),
              "districts.geojson: line 2, column 13: expected a value, found the end of the text");
}

TEST(BadInput, BrokenJson) {
    const TemporaryFolder folder;
    EXPECT_EQ(error_of(folder.write("a.geojson", "{\"type\": FeatureCollection}")),
              "a.geojson: line 1, column 10: expected a value, found 'F'");
    EXPECT_THAT(error_of(folder.write("b.geojson", "PK\x03\x04")),
                HasSubstr("line 1, column 1: expected an object"));
}

TEST(BadInput, TruncatedBinaryFiles) {
    const TemporaryFolder folder;
    make_dataset("GPKG", folder.path() / "whole.gpkg", "EPSG:4326", wkbPoint, {{"POINT (101 26)", "a", 1}});
    make_dataset("FlatGeobuf", folder.path() / "whole.fgb", "EPSG:4326", wkbPoint,
                 {{"POINT (101 26)", "a", 1}});
    const std::string geopackage = content_of(folder.path() / "whole.gpkg");
    const std::string flatgeobuf = content_of(folder.path() / "whole.fgb");
    EXPECT_THAT(error_of(folder.write("a.gpkg", geopackage.substr(0, 5000))), HasSubstr("a.gpkg: "));
    EXPECT_THAT(error_of(folder.write("a.fgb", flatgeobuf.substr(0, 60))), HasSubstr("a.fgb: "));
    folder.write("a.shx", "not an index either");
    EXPECT_THAT(error_of(folder.write("a.shp", "not a shapefile at all")), HasSubstr("a.shp: "));
}

// The driver reads what is left without a word, as the number of features stands in the head of the file.
TEST(BadInput, FlatGeobufThatIsCutOff) {
    const TemporaryFolder folder;
    std::vector<MadeFeature> points;
    for (int i = 0; i < 2000; ++i) points.push_back({fmt::format("POINT (101.{:04} 26)", i), "a", i});
    make_dataset("FlatGeobuf", folder.path() / "whole.fgb", "EPSG:4326", wkbPoint, points);
    const std::string whole = content_of(folder.path() / "whole.fgb");
    const Outcome in_the_index = outcome_of(folder.write("index.fgb", whole.substr(0, 5'000)));
    EXPECT_EQ(in_the_index.taken, 0u);
    EXPECT_THAT(
        in_the_index.messages,
        ElementsAre("expected 2000 features, as the file declares, found 0: the file is damaged or cut off"));
    const Outcome in_a_feature = outcome_of(folder.write("feature.fgb", whole.substr(0, whole.size() - 10)));
    EXPECT_EQ(in_a_feature.taken, 1999u);
    EXPECT_THAT(in_a_feature.messages, Contains(HasSubstr("expected 2000 features")));
}

TEST(BadInput, ShapefileThatIsCutOff) {
    const TemporaryFolder folder;
    make_dataset("ESRI Shapefile", folder.path() / "a.shp", "EPSG:4326", wkbLineString,
                 {{"LINESTRING (101 26, 102 27)", "a", 1}, {"LINESTRING (101 26, 102 28)", "b", 2}});
    const std::string whole = content_of(folder.path() / "a.shp");
    folder.write("a.shp", whole.substr(0, whole.size() - 20));
    EXPECT_THAT(
        outcome_of(folder.path() / "a.shp").messages,
        ElementsAre(HasSubstr("1 feature without geometry"), HasSubstr("Error in fread() reading object")));
}

TEST(BadInput, ShapefileWithoutAttributes) {
    const TemporaryFolder folder;
    make_dataset("ESRI Shapefile", folder.path() / "a.shp", "EPSG:4326", wkbPoint,
                 {{"POINT (101 26)", "a", 1}});
    folder.write("a.dbf", "cut off");
    const std::string message =
        "expected the attributes in 'a.dbf' beside it, found none that can be read: its features are drawn "
        "without";
    EXPECT_THAT(outcome_of(folder.path() / "a.shp").messages, ElementsAre(message));
    fs::remove(folder.path() / "a.dbf");
    EXPECT_THAT(outcome_of(folder.path() / "a.shp").messages, ElementsAre(message));
    EXPECT_THAT(outcome_of(folder.path()).messages, ElementsAre(message)) << "as a folder of shapefiles";
}

TEST(BadInput, KmlThatIsCutOff) {
    const TemporaryFolder folder;
    make_dataset("KML", folder.path() / "whole.kml", "EPSG:4326", wkbPoint, {{"POINT (101 26)", "a", 1}});
    const std::string whole = content_of(folder.path() / "whole.kml");
    EXPECT_THAT(error_of(folder.write("a.kml", whole.substr(0, whole.size() / 2))), HasSubstr("a.kml: "));
}

TEST(BadInput, TableThatIsCutOffInARow) {
    const TemporaryFolder folder;
    EXPECT_THAT(outcome_of(folder.write("a.csv", "name,lon,lat\n\"a\",101,26\n\"cut o")).messages,
                ElementsAre(HasSubstr("1 feature without geometry")));
}

TEST(BadInput, ShapefileWithoutItsIndex) {
    const TemporaryFolder folder;
    make_dataset("ESRI Shapefile", folder.path() / "a.shp", "EPSG:4326", wkbPoint,
                 {{"POINT (101 26)", "a", 1}});
    fs::remove(folder.path() / "a.shx");
    EXPECT_THAT(error_of(folder.path() / "a.shp"),
                EndsWith("expected its index 'a.shx' beside it, found none"));
}

TEST(BadInput, WrongExtensionIsReadByContent) {
    const TemporaryFolder folder;
    EXPECT_EQ(error_of(folder.write("a.shp", kSound)), "");
    EXPECT_EQ(error_of(folder.write("a.txt", kSound)), "");
}

TEST(BadInput, TextThatIsNoMap) {
    const TemporaryFolder folder;
    EXPECT_THAT(error_of(folder.write("letter.txt", "Dear planner,")),
                AllOf(HasSubstr("letter.txt: expected GeoJSON, GeoPackage"), EndsWith("found none of them")));
    EXPECT_THAT(error_of(folder.write("a.json", R"({"name":"x"})")), HasSubstr(R"(without "type")"));
}

TEST(BadInput, TableWithoutCoordinates) {
    const TemporaryFolder folder;
    EXPECT_THAT(error_of(folder.write("a.csv", "name,value\na,1\n")),
                HasSubstr("needs columns such as 'lon' and 'lat'"));
}

TEST(BadInput, RemoteAndVirtualDatasetsAreNotOpened) {
    const TemporaryFolder folder;
    EXPECT_NE(error_of("/vsicurl/http://example.com/a.geojson"), "");
    EXPECT_NE(error_of("PG:dbname=gis"), "");
    EXPECT_THAT(error_of(folder.write("a.vrt",
                                      "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>/etc/passwd"
                                      "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>")),
                HasSubstr("found none of them"));
}

TEST(BadInput, NullAndEmptyGeometryIsKeptAndCounted) {
    const Outcome outcome = outcome_of_geometries({"null", polygon(""), kSound});
    EXPECT_EQ(outcome.taken, 3u);
    EXPECT_EQ(outcome.skipped, 0u);
    EXPECT_THAT(
        outcome.messages,
        ElementsAre("2 features without geometry: kept with their attributes, not drawn (first: feature 1)"));
}

TEST(BadInput, RingsWithTooFewPointsAreSkippedAndCounted) {
    const Outcome outcome =
        outcome_of_geometries({kSound, polygon("[[101,26],[102,26]]"), polygon("[[101,26],[102,26]]")});
    EXPECT_EQ(outcome.taken, 1u);
    EXPECT_EQ(outcome.skipped, 2u);
    EXPECT_THAT(
        outcome.messages,
        ElementsAre("2 features skipped: exterior ring has 2 points, needs at least 4 (first: feature 2)"));
}

TEST(BadInput, NotANumberAndHugeCoordinatesAreSkippedAndCounted) {
    const Outcome outcome = outcome_of_geometries(
        {kSound, R"({"type":"Point","coordinates":[NaN,26]})", R"({"type":"Point","coordinates":[1e400,26]})",
         R"({"type":"Point","coordinates":[101.6,1e20]})", R"({"type":"Point","coordinates":[26.6,101.6]})"});
    EXPECT_EQ(outcome.taken, 1u);
    EXPECT_EQ(outcome.skipped, 4u);
    EXPECT_THAT(
        outcome.messages,
        ElementsAre("1 feature skipped: coordinate (nan, 26) is not a number (feature 2)",
                    "2 features skipped: coordinate (inf, 26) is too large to be a place (first: feature 3)",
                    "1 feature skipped: latitude 101.6 is not between -90 and 90 (are longitude and latitude "
                    "exchanged?) (feature 5)"));
}

TEST(BadInput, MixedGeometryIsDrawnByItsHighestDimension) {
    const Outcome outcome =
        outcome_of_geometries({R"({"type":"GeometryCollection","geometries":[)" + kSound + "," +
                               polygon("[[101,26],[102,26],[102,27],[101,26]]") + "]}"});
    EXPECT_EQ(outcome.taken, 1u);
    EXPECT_THAT(
        outcome.messages,
        ElementsAre(
            "1 feature of mixed geometry: only the areas are drawn, not the lines and points (feature 1)"));
}

TEST(BadInput, SelfIntersectingGeometryIsKept) {
    const Outcome outcome =
        outcome_of_geometries({polygon("[[101,26],[102,27],[102,26],[101,27],[101,26]]")});
    EXPECT_EQ(outcome.taken, 1u);
    EXPECT_THAT(outcome.messages, IsEmpty());
}

TEST(BadInput, AntimeridianGeometryIsCutAndTold) {
    const Outcome outcome =
        outcome_of_geometries({R"({"type":"LineString","coordinates":[[170,10],[-170,10]]})"});
    EXPECT_EQ(outcome.taken, 1u);
    EXPECT_THAT(
        outcome.messages,
        ElementsAre("1 feature cut at the 180° meridian: drawn on both sides of the map (feature 1)"));
}

TEST(BadInput, BrokenTextIsRepairedAndCounted) {
    const TemporaryFolder folder;
    const std::string point = R"("geometry":{"type":"Point","coordinates":[101,26]}})";
    const Outcome outcome =
        outcome_of(folder.write("a.geojson",
                                "{\"type\":\"FeatureCollection\",\"features\":[\n"
                                "{\"type\":\"Feature\",\"properties\":{\"name\":\"格里坪\"}," +
                                    point +
                                    ",\n"
                                    "{\"type\":\"Feature\",\"properties\":{\"name\":\"格里坪镇\"}," +
                                    point +
                                    ",\n"
                                    "{\"type\":\"Feature\",\"properties\":{\"name\":\"金\xFF沙\"}," +
                                    point + "]}"));
    EXPECT_EQ(outcome.taken, 3u);
    EXPECT_THAT(outcome.messages,
                ElementsAre("1 text is not valid UTF-8: what cannot be read is shown as \uFFFD"));
}

TEST(BadInput, GeoJsonInGbkIsConverted) {
    const TemporaryFolder folder;
    const auto dataset = VectorDataset::open(
        // 名称: 格里坪; the second byte of 塡 (0x895C) is a backslash
        folder.write("a.geojson",
                     "{\"type\":\"Feature\",\"properties\":{\"\xC3\xFB\xB3\xC6\":"
                     "\"\xB8\xF1\xC0\xEF\xC6\xBA\x89\x5C\"},"
                     "\"geometry\":{\"type\":\"Point\",\"coordinates\":[101,26]}}"),
        {});
    ASSERT_TRUE(dataset) << dataset.error().message();
    EXPECT_EQ(dataset->layers()[0].layer.encoding.name, "GB18030");
    EXPECT_EQ(dataset->layers()[0].layer.fields[0].name, "名称");
}

TEST(BadInput, CoordinatesOfAnotherCrsThanGeoJsonSays) {
    const TemporaryFolder folder;
    const auto dataset = VectorDataset::open(
        folder.write("a.geojson", R"({"type":"Point","coordinates":[34460123,2942310]})"), {});
    ASSERT_TRUE(dataset) << dataset.error().message();
    EXPECT_EQ(dataset->layers()[0].layer.crs.name, "EPSG:4522");
}

TEST(BadInput, BadGeometriesInDatasetsOfGdal) {
    const TemporaryFolder folder;
    make_dataset("GPKG", folder.path() / "a.gpkg", "EPSG:4543", wkbUnknown,
                 {{"POLYGON ((0 0, 1 1))", "", 0},
                  {"", "no geometry", 0},
                  {"POINT EMPTY", "", 0},
                  {"GEOMETRYCOLLECTION (POINT (0 0), LINESTRING (0 0, 1 1))", "", 0},
                  {"POINT (1e300 0)", "", 0}});
    const Outcome outcome = outcome_of(folder.path() / "a.gpkg");
    EXPECT_EQ(outcome.taken, 3u);
    EXPECT_EQ(outcome.skipped, 2u);
    EXPECT_EQ(outcome.messages.size(), 4u);
}

}  // namespace
}  // namespace jinsha::io
