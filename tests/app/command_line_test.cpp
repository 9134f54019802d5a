#include "app/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace jinsha::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// What `jinsha <arguments>` is read as.
Command read(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "jinsha");
    return read_command_line(static_cast<int>(arguments.size()), arguments.data());
}

/// The exit status and what was said on stderr.
std::pair<int, std::string> complaint(std::vector<const char*> arguments) {
    testing::internal::CaptureStderr();
    const Command command = read(std::move(arguments));
    std::string said = testing::internal::GetCapturedStderr();
    const auto* finished = std::get_if<Finished>(&command);
    return {finished ? finished->status : -1, std::move(said)};
}

TEST(CommandLine, OpensTheBundledMapWhenNothingIsAskedFor) {
    const Command command = read({});
    EXPECT_TRUE(std::get<ViewCommand>(command).map.empty());
}

TEST(CommandLine, OpensAFileWithAndWithoutTheWordView) {
    EXPECT_EQ(std::get<ViewCommand>(read({"parcels.gpkg"})).map, "parcels.gpkg");
    EXPECT_EQ(std::get<ViewCommand>(read({"view", "parcels.gpkg"})).map, "parcels.gpkg");
}

TEST(CommandLine, TakesTheOptionsOfTheWindowBehindViewToo) {
    const auto view =
        std::get<ViewCommand>(read({"view", "--lang", "en", "--window", "800x600", "a.geojson"}));
    EXPECT_EQ(view.language, "en");
    EXPECT_EQ(view.window, (map::ScreenSize{800, 600}));
}

TEST(CommandLine, ReadsAnExport) {
    const auto picture =
        std::get<ExportCommand>(read({"export", "a.map.json", "-o", "a.png", "--size", "640x480", "--bbox",
                                      "101.4,26.5,101.7,26.7", "--layers", "land,river"}));
    EXPECT_EQ(picture.output, "a.png");
    EXPECT_EQ(picture.size, (map::ScreenSize{640, 480}));
    ASSERT_TRUE(picture.bbox);
    EXPECT_THAT(*picture.bbox, ElementsAre(101.4, 26.5, 101.7, 26.7));
    EXPECT_THAT(picture.layers, ElementsAre("land", "river"));
}

TEST(CommandLine, ReadsInWhichLookAMapIsExported) {
    const auto look = [](std::vector<const char*> more) {
        std::vector<const char*> arguments{"export", "a.map.json", "-o", "a.png"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return std::get<ExportCommand>(read(arguments)).look;
    };
    EXPECT_EQ(look({}), (map::MapLook{false, "zh"}));
    EXPECT_EQ(look({"--theme", "dark", "--lang", "en"}), (map::MapLook{true, "en"}));
    EXPECT_THAT(complaint({"export", "a", "-o", "a.png", "--theme", "grey"}).second, HasSubstr("--theme"));
}

TEST(CommandLine, TakesAPlaceWithNegativeCoordinates) {
    const auto picture = std::get<ExportCommand>(
        read({"export", "a", "-o", "a.png", "--center=-58.4,-34.6", "--zoom", "11.5"}));
    ASSERT_TRUE(picture.center);
    EXPECT_EQ(*picture.center, (geo::LonLat{-58.4, -34.6}));
    EXPECT_EQ(picture.zoom, 11.5);
}

TEST(CommandLine, ReadsInfo) {
    const auto info = std::get<InfoCommand>(read({"info", "a.gpkg", "--json"}));
    EXPECT_EQ(info.map, "a.gpkg");
    EXPECT_TRUE(info.as_json);
}

TEST(CommandLine, ReadsABench) {
    const auto bench = std::get<BenchCommand>(
        read({"bench", "a.map.json", "--json", "--size", "800x600", "--views", "views.json"}));
    EXPECT_EQ(bench.map, "a.map.json");
    EXPECT_EQ(bench.size, (map::ScreenSize{800, 600}));
    EXPECT_EQ(bench.views, "views.json");
    EXPECT_TRUE(bench.as_json);
    EXPECT_EQ(std::get<BenchCommand>(read({"bench", "a.map.json"})).size, (map::ScreenSize{1920, 1080}));
}

TEST(CommandLine, ReadsWhatToDoWithTheCache) {
    EXPECT_FALSE(std::get<CacheCommand>(read({"cache", "list"})).clears);
    EXPECT_TRUE(std::get<CacheCommand>(read({"cache", "clear"})).clears);
    EXPECT_EQ(complaint({"cache"}).first, 2);
    EXPECT_EQ(complaint({"cache", "forget"}).first, 2);
}

TEST(CommandLine, RefusesAnExportWithoutAnOutput) {
    const auto [status, said] = complaint({"export", "a.map.json"});
    EXPECT_EQ(status, 2);
    EXPECT_THAT(said, HasSubstr("--output"));
}

TEST(CommandLine, SaysWhatASizeLooksLike) {
    const auto [status, said] = complaint({"export", "a", "-o", "a.png", "--size", "0x600"});
    EXPECT_EQ(status, 2);
    EXPECT_THAT(said, HasSubstr("expected WIDTHxHEIGHT"));
    EXPECT_THAT(said, HasSubstr("0x600"));
}

TEST(CommandLine, RefusesAnUnknownOption) {
    EXPECT_EQ(complaint({"info", "a", "--jsn"}).first, 2);
}

TEST(CommandLine, ReadsSizesAndNothingElse) {
    EXPECT_EQ(read_size("1x65535"), (map::ScreenSize{1, 65535}));
    EXPECT_EQ(read_size("16384x16384"), (map::ScreenSize{16384, 16384}));
    for (const char* bad :
         {"", "x", "12", "12x", "x12", "-1x5", "5x65536", "5x5x5", "5 x5", "5x5 ", "1e3x5", "65535x65535"}) {
        EXPECT_FALSE(read_size(bad)) << bad;
    }
}

}  // namespace
}  // namespace jinsha::app
