#include "check/checked.hpp"

#include <gtest/gtest.h>

namespace jinsha::check {
namespace {

using test::codes;
using test::collection;
using test::point;

std::string features(const std::string& list) {
    return R"({"type": "FeatureCollection", "features": [)" + list + "]}";
}

std::string feature(const std::string& id, const std::string& name, const std::string& position) {
    return R"({"type": "Feature", "id": )" + id + R"(, "geometry": )" + point(position) +
           R"(, "properties": {"name": )" + name + "}}";
}

TEST(GeoJsonCheck, FindsNothingInASoundFile) {
    EXPECT_EQ(codes(features(feature("1", R"("金沙湖")", "[101.6, 26.6]") + ", " +
                             feature(R"("1")", R"("格里坪")", "[101.5, 26.6, 1100]"))),
              "");
    EXPECT_EQ(codes(features("")), "");
    EXPECT_EQ(codes(collection({R"({"type": "GeometryCollection", "geometries": []})"})), "");
}

TEST(GeoJsonCheck, FindsFaultsOfTheTextItself) {
    EXPECT_EQ(codes(R"({"type": "FeatureCollection", "features": [)"), "syntax");
    EXPECT_EQ(codes(features("") + " x"), "trailing-text");
    EXPECT_EQ(codes(R"({"type": "FeatureCollection", "type": "FeatureCollection", "features": []})"),
              "duplicate-key");
    EXPECT_EQ(codes(""), "syntax");
}

TEST(GeoJsonCheck, FindsFaultsOfTheStructure) {
    EXPECT_EQ(codes("17"), "no-geojson");
    EXPECT_EQ(codes(R"({"type": "Topology"})"), "no-geojson");
    EXPECT_EQ(codes(R"({"type": "FeatureCollection"})"), "features");
    EXPECT_EQ(codes(features("null")), "feature-type");
    EXPECT_EQ(codes(features(R"({"type": "Feature"})")), "no-geometry-member no-properties-member");
    EXPECT_EQ(codes(features(R"({"type": "Feature", "id": [], "geometry": null, "properties": 3})")),
              "id-type null-geometry properties-type");
    EXPECT_EQ(codes(point("[1, 2]")), "no-collection");
}

TEST(GeoJsonCheck, FindsFaultsOfGeometries) {
    EXPECT_EQ(codes(collection({"5"})), "geometry-type");
    EXPECT_EQ(codes(collection({R"({"type": "Circle"})"})), "geometry-type");
    EXPECT_EQ(codes(collection({R"({"type": "Point"})"})), "coordinates");
    EXPECT_EQ(codes(collection({point("[1]")})), "position");
    EXPECT_EQ(codes(collection({point(R"(["1", "2"])")})), "position");
    EXPECT_EQ(codes(collection({point("[1e999, 2]")})), "position");
    EXPECT_EQ(codes(collection({R"({"type": "Polygon", "coordinates": [1, 2]})"})),
              "too-few-positions too-few-positions");
    EXPECT_EQ(codes(collection({R"({"type": "GeometryCollection"})"})), "geometries");
}

TEST(GeoJsonCheck, FindsWhatComesTwice) {
    const std::string one = feature("7", R"("湖")", "[1, 2]");
    const auto found = test::findings(features(one + ", " + one));
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].message, "feature 1 has the id 7 already");
    EXPECT_EQ(found[1].message, "feature 1 has the position [1, 2] already");
    EXPECT_EQ(found[2].message, R"(feature 1 has the name "湖" already)");
    EXPECT_EQ(found[0].feature, 1u);
}

TEST(GeoJsonCheck, SaysWhichBytesAFindingIsAbout) {
    const std::string text = collection({point("[181, 2]")});
    EXPECT_EQ(test::findings(text)[0].range.of(text), "[181, 2]");
}

TEST(GeoJsonCheck, SumsUpWhatItLeavesOut) {
    std::string list = "null";
    for (std::size_t i = 0; i < kMostFindings + 4; ++i) list += ", null";
    const auto found = test::findings(features(list));
    ASSERT_EQ(found.size(), kMostFindings + 1);
    EXPECT_EQ(found.back().message, "5 more of the same");
}

TEST(GeoJsonCheck, EndsOnCollectionsInsideCollectionsWithoutEnd) {
    std::string geometry = point("[1, 2]");
    for (int i = 0; i < 200; ++i)
        geometry = R"({"type": "GeometryCollection", "geometries": [)" + geometry + "]}";
    EXPECT_EQ(codes(collection({geometry})), "nested-collections");
}

TEST(GeoJsonCheck, TellsOnlyOfFeaturesThatAreAskedAbout) {
    GeoJsonContext context;
    context.first_told = 1;
    const std::string twice = feature("1", "\"甲\"", "[101.6, 26.6]");
    EXPECT_EQ(codes(features(twice + ", " + twice), context), "duplicate-id same-position duplicate-name");
    EXPECT_EQ(codes(features(R"({"type": "Feature"}, )" + twice), context), "");
    EXPECT_EQ(codes(features(twice) + " x", context), "");
}

}  // namespace
}  // namespace jinsha::check
