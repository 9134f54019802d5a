#include "json/layout.hpp"

#include <gtest/gtest.h>

namespace jinsha::json {
namespace {

Tree parsed(const std::string& text) {
    const Index index{text};
    return tree_of(*index.root());
}

const std::string kPoint =
    R"({"type":"Feature","properties":{"name":"金沙","n":1.50},"geometry":{"type":"Point","coordinates":[101.6,26.5]}})";

/// The point as it looks among the features of `text`.
std::string point_in(const std::string& text) {
    const Index index{text};
    return Layout::of(index).written(parsed(kPoint), 2);
}

TEST(Layout, FollowsOneFeatureALineAsGdalWritesIt) {
    EXPECT_EQ(
        point_in(R"({
"type": "FeatureCollection",
"features": [
{ "type": "Feature", "properties": { "name": "a" }, "geometry": { "type": "Point", "coordinates": [ 1.0, 2.0 ] } }
]
}
)"),
        R"({ "type": "Feature", "properties": { "name": "金沙", "n": 1.50 }, "geometry": { "type": "Point", )"
        R"("coordinates": [ 101.6, 26.5 ] } })");
}

TEST(Layout, FollowsACompactFile) {
    const std::string text =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},)"
        R"("geometry":{"type":"Point","coordinates":[1,2]}}]})";
    EXPECT_EQ(point_in(text), kPoint);
}

TEST(Layout, FollowsIndentationAndLineEnds) {
    const std::string text =
        "{\r\n\t\"type\": \"FeatureCollection\",\r\n\t\"features\": [\r\n\t\t{\r\n\t\t\t\"type\": "
        "\"Feature\",\r\n"
        "\t\t\t\"geometry\": null\r\n\t\t}\r\n\t]\r\n}";
    EXPECT_EQ(
        point_in(text),
        "{\r\n\t\t\t\"type\": \"Feature\",\r\n\t\t\t\"properties\": {\r\n\t\t\t\t\"name\": \"金沙\",\r\n"
        "\t\t\t\t\"n\": 1.50\r\n\t\t\t},\r\n\t\t\t\"geometry\": {\r\n\t\t\t\t\"type\": \"Point\",\r\n"
        "\t\t\t\t\"coordinates\": [101.6, 26.5]\r\n\t\t\t}\r\n\t\t}");
}

TEST(Layout, KnowsAnEmptyCollectionByItsOwnMembers) {
    EXPECT_EQ(point_in("{\n  \"type\": \"FeatureCollection\",\n  \"features\": []\n}\n"),
              "{\n      \"type\": \"Feature\",\n      \"properties\": {\n        \"name\": \"金沙\",\n"
              "        \"n\": 1.50\n      },\n      \"geometry\": {\n        \"type\": \"Point\",\n"
              "        \"coordinates\": [101.6, 26.5]\n      }\n    }");
}

TEST(Layout, EscapesWhereTheFileDoes) {
    const std::string text = R"({"type": "FeatureCollection", "name": "\u897f\u533a", "features": []})";
    EXPECT_NE(point_in(text).find(R"("name": "\u91d1\u6c99")"), std::string::npos);
}

TEST(Layout, WritesEmptyContainersClosed) {
    const std::string text = "{\n  \"a\": {\n    \"b\": [\n      1\n    ]\n  }\n}";
    const Index index{text};
    EXPECT_EQ(Layout::of(index).written(parsed(R"({"x": {}, "y": []})"), 0),
              "{\n  \"x\": {},\n  \"y\": []\n}");
}

}  // namespace
}  // namespace jinsha::json
