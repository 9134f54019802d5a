#include "io/info.hpp"

#include "io/open_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace jinsha::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

map::LoadedMap bundled() {
    return open_map(std::string{JINSHA_SOURCE_DIR} + "/geodata/west-district.map.json", {}).value();
}

TEST(Info, TellsOfEveryLayerOfTheBundledMapHowManyFeaturesItHas) {
    const auto info = info_json(bundled());
    std::map<std::string, int> counts;
    for (const auto& layer : info["layers"]) counts[layer["name"]] = layer["features"];
    EXPECT_THAT(counts, ElementsAre(std::pair{"areas", 9}, std::pair{"dashuijing-area", 4},
                                    std::pair{"district-projects", 42}, std::pair{"districts", 5},
                                    std::pair{"geliping-park", 15}, std::pair{"jinsha-lake", 4},
                                    std::pair{"labels", 14}, std::pair{"places", 14}, std::pair{"river", 3}));
    EXPECT_TRUE(info["problems"].empty());
}

TEST(Info, SaysCrsAndEncodingAndHowTheyWereFound) {
    const auto layer = info_json(bundled())["layers"][0];
    EXPECT_EQ(layer["crs"]["id"], "OGC:CRS84");
    EXPECT_FALSE(layer["crs"]["how"].get<std::string>().empty());
    EXPECT_EQ(layer["encoding"]["name"], "UTF-8");
}

// The bounds of the five units as geodata/README.md has them from the boundary source.
TEST(Info, GivesExtentsAsWestSouthEastNorthInDegrees) {
    const auto extent = info_json(bundled())["layers"][0]["extent"];
    EXPECT_NEAR(extent[0].get<double>(), 101.132, 0.01);
    EXPECT_NEAR(extent[1].get<double>(), 26.083, 0.01);
    EXPECT_NEAR(extent[2].get<double>(), 102.246, 0.01);
    EXPECT_NEAR(extent[3].get<double>(), 27.347, 0.01);
}

TEST(Info, SaysWhichPropertiesAreDrawnAndWhichOnlyKnown) {
    auto document =
        map::parse_map_document(R"({"version":8,"sources":{},"layers":[{"id":"land","type":"background",)"
                                R"("paint":{"background-color":"#fff","background-pattern":"dots"}}]})",
                                "town.map.json");
    ASSERT_TRUE(document);
    const map::LoadedMap map{
        *std::move(document), geo::Crs::from("EPSG:3857").value(), {0, 1}, {}, {}, {}, {}, {}};
    const auto style = info_json(map)["style"][0];
    EXPECT_EQ(style["drawn"].dump(), R"(["background-color"])");
    EXPECT_EQ(style["known"].dump(), R"(["background-pattern"])");
}

TEST(Info, ReadsWellForPeople) {
    const std::string text = info_text(bundled());
    EXPECT_THAT(text, HasSubstr("jinsha-lake: Point, 4 features"));
    EXPECT_THAT(text, HasSubstr("No problems."));
}

}  // namespace
}  // namespace jinsha::io
