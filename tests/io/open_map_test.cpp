#include "io/open_map.hpp"

#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kPoints =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{"name":"甲"},)"
    R"("geometry":{"type":"Point","coordinates":[101.5,26.6]}}]})";

/// A folder that goes away with the test.
class OpenMap : public testing::Test {
protected:
    fs::path file(const std::string& name, const std::string& content) const {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream{folder_ / name, std::ios::binary} << content;
        return folder_ / name;
    }
    fs::path document(const std::string& sources, const std::string& metadata = "{}") const {
        return file("town.map.json",
                    R"({"version":8,"name":"town","metadata":)" + metadata + R"(,"sources":{)" + sources +
                        R"(},"layers":[{"id":"places","type":"circle","source":"places"}]})");
    }

    TemporaryFolder own_;
    fs::path folder_{own_.path()};
};

auto told(const std::string& words) {
    return Contains(Field(&Problem::message, HasSubstr(words)));
}

TEST_F(OpenMap, ReadsADocumentWithTheDataBesideIt) {
    file("places.geojson", kPoints);
    const auto map = open_map(document(R"("places":{"type":"geojson","data":"places.geojson"})",
                                       R"({"jinsha:crs":"EPSG:4543","jinsha:home":[101.4,26.5,101.6,26.7]})"),
                              {})
                         .value();
    EXPECT_THAT(map.problems, IsEmpty());
    ASSERT_EQ(map.sources.size(), 1u);
    EXPECT_EQ(map.sources[0].source->size(), 1u);
    EXPECT_EQ(map.source_of(map.document.layers[0].style), 0u);
    EXPECT_TRUE(map.home.contains(map.extent.center()));
    // cs2cs 9.1.1, EPSG:4490 to EPSG:4543: 26.6 101.5 -> 2943407.442 450197.790.
    // EPSG:4543.
    EXPECT_NEAR(map.extent.center().x, 450'197.790, 0.01);
    EXPECT_NEAR(map.extent.center().y, 2'943'407.442, 0.01);
}

TEST_F(OpenMap, ReadsInlineData) {
    const auto map =
        open_map(document(std::string{R"("places":{"type":"geojson","data":)"} + kPoints + "}"), {}).value();
    ASSERT_EQ(map.sources.size(), 1u);
    EXPECT_EQ(map.sources[0].source->size(), 1u);
}

TEST_F(OpenMap, GivesADataFileADocumentOfItsOwn) {
    const auto map = open_map(file("点.geojson", kPoints), {}).value();
    EXPECT_EQ(map.document.name, "点");
    EXPECT_EQ(map.crs.id(), "EPSG:4543");
    EXPECT_EQ(map.sources.size(), 1u);
    EXPECT_TRUE(map.document.path.empty());
}

TEST_F(OpenMap, KeepsTheOtherSourcesWhenOneIsBroken) {
    file("places.geojson", kPoints);
    file("broken.geojson", "{");
    const auto map = open_map(document(R"("places":{"type":"geojson","data":"places.geojson"},)"
                                       R"("broken":{"type":"geojson","data":"broken.geojson"},)"
                                       R"("gone":{"type":"geojson","data":"gone.geojson"})"),
                              {})
                         .value();
    EXPECT_EQ(map.sources.size(), 1u);
    EXPECT_THAT(map.problems, told("broken.geojson"));
    EXPECT_THAT(map.problems, told("gone.geojson"));
}

TEST_F(OpenMap, OpensWhatLiesOutsideOnlyWhenAllowed) {
    const fs::path outside = file("outside.geojson", kPoints);
    const fs::path map_file =
        file("inner/town.map.json",
             R"({"version":8,"sources":{"places":{"type":"geojson","data":"../outside.geojson"}},)"
             R"("layers":[{"id":"places","type":"circle","source":"places"}]})");
    const auto refused = open_map(map_file, {}).value();
    EXPECT_THAT(refused.sources, IsEmpty());
    EXPECT_THAT(refused.problems, told("../outside.geojson"));
    OpenMapOptions options;
    options.allow_outside_sources = true;
    EXPECT_EQ(open_map(map_file, options).value().sources.size(), 1u);
}

TEST_F(OpenMap, FallsBackFromACrsThatIsNotProjected) {
    file("places.geojson", kPoints);
    const auto map = open_map(document(R"("places":{"type":"geojson","data":"places.geojson"})",
                                       R"({"jinsha:crs":"EPSG:4490"})"),
                              {})
                         .value();
    EXPECT_EQ(map.crs.id(), "EPSG:3857");
    EXPECT_THAT(map.problems, told("not projected"));
}

constexpr const char* kNoFeatures = R"({"type":"FeatureCollection","features":[]})";

TEST_F(OpenMap, TellsOfAFileWithoutFeatures) {
    const auto map = open_map(file("empty.geojson", kNoFeatures), {}).value();
    EXPECT_THAT(map.problems, ElementsAre(Problem{Severity::Warning, "empty.geojson",
                                                  "holds no features: there is nothing to draw"}));
}

TEST_F(OpenMap, TellsOfADocumentWithoutAnyFeature) {
    file("places.geojson", kNoFeatures);
    const auto map = open_map(document(R"("places":{"type":"geojson","data":"places.geojson"})"), {}).value();
    EXPECT_THAT(map.problems, told("none of its sources holds a feature"));
}

TEST_F(OpenMap, LetsALayerOfADocumentWaitForItsFirstFeature) {
    file("places.geojson", kPoints);
    file("new.geojson", kNoFeatures);
    const auto map = open_map(document(R"("places":{"type":"geojson","data":"places.geojson"},)"
                                       R"("new":{"type":"geojson","data":"new.geojson"})"),
                              {})
                         .value();
    EXPECT_THAT(map.problems, IsEmpty());
}

TEST_F(OpenMap, NamesAFileThatIsNotThere) {
    EXPECT_THAT(open_map(folder_ / "none.gpkg", {}).error().message(),
                HasSubstr("none.gpkg: there is no such file"));
}

TEST_F(OpenMap, ComplainsAboutADamagedDocumentAsADocument) {
    EXPECT_THAT(open_map(file("town.map.json", "{\"version\": 8,\n \"layers\": [,]}"), {}).error().message(),
                HasSubstr("line 2"));
    EXPECT_FALSE(open_map(file("town.map.json", ""), {}));
}

TEST_F(OpenMap, GivesUpWhenItIsCancelled) {
    const std::atomic<bool> cancelled{true};
    OpenMapOptions options;
    options.cancelled = &cancelled;
    EXPECT_THAT(open_map(file("places.geojson", kPoints), options).error().message(), HasSubstr("cancelled"));
}

TEST_F(OpenMap, SaysHowFarItIs) {
    file("places.geojson", kPoints);
    double last = -1;
    OpenMapOptions options;
    options.progress = [&](const std::string&, double fraction) {
        EXPECT_GE(fraction, last);
        last = fraction;
    };
    ASSERT_TRUE(open_map(document(R"("places":{"type":"geojson","data":"places.geojson"})"), options));
    EXPECT_DOUBLE_EQ(last, 1);
}

}  // namespace
}  // namespace jinsha::io
