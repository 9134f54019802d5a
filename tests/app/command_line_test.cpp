#include "app/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
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
    EXPECT_EQ(picture.size, "640x480");
    ASSERT_TRUE(picture.bbox);
    EXPECT_THAT(*picture.bbox, ElementsAre(101.4, 26.5, 101.7, 26.7));
    EXPECT_THAT(picture.layers, ElementsAre("land", "river"));
}

TEST(CommandLine, ReadsInWhichLookAMapIsExported) {
    const auto look = [](std::vector<const char*> more) {
        std::vector<const char*> arguments{"export", "a.map.json", "-o", "a.png"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto command = std::get<ExportCommand>(read(arguments));
        return std::pair{command.theme, command.language};
    };
    EXPECT_EQ(look({}), (std::pair<std::string, std::string>{"light", "zh"}));
    EXPECT_EQ(look({"--theme", "dark", "--lang", "en"}), (std::pair<std::string, std::string>{"dark", "en"}));
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

TEST(CommandLine, ReadsAPageOfAScale) {
    const auto page = std::get<ExportCommand>(
        read({"export", "a", "-o", "a.pdf", "--size", "A3-landscape", "--scale", "1:50000", "--title", "",
              "--filter", "theme=industry|energy,phase=planned", "--without", "crs,date"}));
    EXPECT_EQ(page.size, "A3-landscape");
    EXPECT_EQ(page.scale, 50'000);
    EXPECT_EQ(page.title, "") << "no title at all, not the document's";
    EXPECT_FALSE(page.subtitle);
    EXPECT_THAT(page.filter,
                ElementsAre(FieldFilter{"theme", {"industry", "energy"}}, FieldFilter{"phase", {"planned"}}));
    EXPECT_THAT(page.without, ElementsAre("crs", "date"));
}

TEST(CommandLine, NeedsNoOutputForAPictureOfEachLayer) {
    EXPECT_EQ(std::get<ExportCommand>(read({"export", "a", "--each-layer", "dir"})).each_layer, "dir");
}

TEST(CommandLine, SaysWhatScalesAndFiltersLookLike) {
    EXPECT_THAT(complaint({"export", "a", "-o", "a.png", "--scale", "1:x"}).second,
                HasSubstr("expected 1:N"));
    EXPECT_THAT(complaint({"export", "a", "-o", "a.png", "--filter", "theme"}).second,
                HasSubstr("expected FIELD=VALUE"));
    EXPECT_EQ(complaint({"export", "a", "-o", "a.png", "--scale", "1:5", "--zoom", "3"}).first, 2);
    EXPECT_EQ(complaint({"export", "a", "-o", "a.png", "--without", "logo"}).first, 2);
}

TEST(CommandLine, ReadsScales) {
    EXPECT_EQ(read_scale("1:50000"), 50'000);
    EXPECT_EQ(read_scale("2500.5"), 2500.5);
    for (const char* bad : {"", "1:", "0", "-5", "1:0", "1:5x", "2:5", "inf", "nan"})
        EXPECT_FALSE(read_scale(bad)) << bad;
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
