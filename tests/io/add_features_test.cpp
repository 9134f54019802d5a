#include "io/add_features.hpp"

#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::io {
namespace {

using ::testing::HasSubstr;

const std::string kFile =
    "{\n  \"type\": \"FeatureCollection\",\n  \"features\": [\n"
    "    {\"type\": \"Feature\", \"id\": 7, \"properties\": {}, \"geometry\": null}\n  ]\n}\n";

/// The file after adding, or the first fault.
std::string added(const std::string& features, const std::string& text = kFile) {
    const TemporaryFolder folder;
    const auto path = folder.write("a.geojson", text);
    const auto addition = add_features(features, "-", path, {});
    if (!addition) return addition.error().message();
    if (addition->faults.empty()) return content_of(path);
    EXPECT_EQ(content_of(path), text) << "nothing is written when there are faults";
    return addition->faults.front().where + ": " + addition->faults.front().message;
}

std::string with(const std::string& feature) {
    std::string text = kFile;
    return text.replace(text.find("null}"), 5, "null},\n    " + feature);
}

TEST(AddFeatures, TakesWhateverGeoJsonThereIs) {
    const std::string feature =
        R"({"type": "Feature", "properties": {"x": 1200.50}, "geometry": {"type": "Point", "coordinates": [101.60420, 26.5]}})";
    const std::string bare =
        R"({"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [1, 2]}})";
    EXPECT_EQ(added(feature), with(feature));
    EXPECT_EQ(added(R"({"type":"FeatureCollection","features":[)" + feature + "]}"), with(feature));
    EXPECT_EQ(added("\x1E" + feature + "\n\x1E" + feature), with(feature + ",\n    " + feature));
    EXPECT_EQ(added(R"({"type":"Point","coordinates":[1,2]})"), with(bare));
}

TEST(AddFeatures, BringsPositionsIntoTheCrsOfTheFile) {
    const std::string file =
        R"({"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:4543"}}, "features": []})";
    // echo 102 26.5 | cs2cs EPSG:4490 EPSG:4543 -f %.3f (easting 500000 on the central meridian)
    EXPECT_THAT(added(R"({"type":"Point","coordinates":[102,26.5,1100]})", file),
                HasSubstr(R"("coordinates": [500000, 2932)"));
}

TEST(AddFeatures, SaysWhatIsWrongWithThemAndWritesNothing) {
    EXPECT_THAT(added("{"), HasSubstr("-: line 1, column 2: expected"));
    EXPECT_THAT(added(R"({"type":"Point","coordinates":[1]})"), HasSubstr("position has 1 number"));
    EXPECT_THAT(added(R"({"type":"Point","coordinates":[460123,2942310]})"),
                HasSubstr("feature 1: expected degrees"));
    EXPECT_THAT(added(R"({"type":"Feature","id":7,"properties":{},"geometry":null})"),
                HasSubstr("feature 1: the id 7 is there already"));
    EXPECT_THAT(added(R"({"type":"Topology"})"), HasSubstr("found TopoJSON"));
}

TEST(AddFeatures, SaysWhyTheFileCannotTakeThem) {
    const std::string point = R"({"type":"Point","coordinates":[1,2]})";
    EXPECT_THAT(added(point, "[]"), HasSubstr("a.geojson: expected a FeatureCollection"));
    EXPECT_THAT(added(point, "{\"features\": ["), HasSubstr("a.geojson: line 1, column 15"));
    EXPECT_THAT(
        added(point,
              R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":)"
              R"({"type":"MultiPoint","coordinates":[[460123,2942310]]}}]})"),
        HasSubstr("expected degrees, or a declared \"crs\", found the position 460123, 2942310"));
    const TemporaryFolder folder;
    EXPECT_THAT(add_features(point, "-", folder.path() / "none.geojson", {}).error().message(),
                HasSubstr("none.geojson: cannot be read: No such file"));
}

TEST(AddFeatures, AreCheckedInTheTextThatWouldBeWritten) {
    const std::string point = R"({"type":"Point","coordinates":[1,2]})";
    const TemporaryFolder folder;
    const auto path = folder.write("a.geojson", kFile);
    const auto add = [&](Severity severity) {
        return add_features(point, "-", path, [&](std::string_view text, std::size_t first) {
            EXPECT_EQ(first, 1U);
            EXPECT_THAT(std::string{text}, HasSubstr(R"("coordinates": [1, 2])"));
            return std::vector<Problem>{{severity, "here", "something"}};
        });
    };
    const auto refused = add(Severity::Error);
    EXPECT_EQ(refused->added, 0U);
    EXPECT_EQ(refused->faults, (std::vector<Problem>{{Severity::Error, "here", "something"}}));
    EXPECT_EQ(content_of(path), kFile);
    const auto taken = add(Severity::Warning);
    EXPECT_EQ(taken->added, 1U);
    EXPECT_EQ(taken->warnings.size(), 1U);
    EXPECT_NE(content_of(path), kFile);
}

}  // namespace
}  // namespace jinsha::io
