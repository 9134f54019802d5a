#include "io/geojson_stream.hpp"

#include "io/geojson_data.hpp"
#include "support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>

namespace jinsha::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr int kMany = 40'000;  // of 16,384 features on a text is cut

std::string feature(int i, const std::string& properties) {
    return fmt::format(
        R"({{"type":"Feature","id":{},"properties":{},"geometry":{{"type":"Point","coordinates":[{:.4f},{:.4f}]}}}})",
        i, properties, 101 + i % 200 * 0.001, 26 + i / 200 * 0.001);
}

/// A text of many features; `properties` are those of feature i.
std::string collection(const std::function<std::string(int)>& properties, const std::string& before = "",
                       const std::string& after = "") {
    std::string text = "{\"type\": \"FeatureCollection\", " + before + "\"features\": [";
    for (int i = 0; i < kMany; ++i) text += (i == 0 ? "\n" : ",\n") + feature(i, properties(i));
    return text + "\n]" + after + "}\n";
}

/// What a text has of brackets, quotes and backslashes means nothing inside of a string.
std::string odd_properties(int i) {
    return fmt::format(R"({{"name":"项目 ]}}[{{ {} \"\\","n":{}}})", i, i);
}

struct Streamed {
    std::vector<style::Value> ids;
    std::vector<geo::SourcePoint> points;
    std::vector<map::AttributeColumn> columns;  // of each batch, one after the other
    std::size_t batches{}, faults{};
};

class GeoJsonStreamTest : public ::testing::Test {
protected:
    [[nodiscard]] std::unique_ptr<VectorDataset::State> open(const std::string& text) {
        return open_large_geojson(folder_.write("many.geojson", text), {}).value();
    }
    [[nodiscard]] Result<StreamEnd> stream(
        const VectorDataset::State& state, Streamed& out,
        const std::function<bool()>& after_batch = [] { return true; }) const {
        RawGeometry room;
        return state.stream(0, crs_, never_, [&](std::unique_ptr<FeatureBatch> batch) {
            ++out.batches;
            for (std::size_t i = 0; i < batch->size(); ++i) {
                const auto geometry = batch->geometry(i, room);
                out.points.insert(out.points.end(), geometry.points.begin(), geometry.points.end());
                out.faults += batch->fault(i) != nullptr ? 1 : 0;
            }
            FeatureTable table = batch->table();
            for (std::size_t i = 0; i < batch->size(); ++i) out.ids.push_back(table.ids.at(i));
            out.columns.insert(out.columns.end(), table.columns.begin(), table.columns.end());
            return after_batch();
        });
    }

    TemporaryFolder folder_;
    const geo::Crs crs_ = geo::Crs::from("EPSG:4543").value();
    const std::atomic<bool> never_{false};
};
using GeoJsonStream = GeoJsonStreamTest;

TEST_F(GeoJsonStream, GivesPieceByPieceWhatTheWholeTextHolds) {
    const std::string text = collection(odd_properties);
    const auto state = open(text);
    const GeoJsonData whole = parse_geojson(text).value();
    Streamed streamed;
    const auto end = stream(*state, streamed);
    ASSERT_TRUE(end) << end.error().message();
    EXPECT_EQ(streamed.batches, 3U);
    EXPECT_EQ(streamed.points, whole.points);
    ASSERT_EQ(streamed.ids.size(), std::size_t{kMany});
    for (std::size_t i = 0; i < streamed.ids.size(); ++i) EXPECT_EQ(streamed.ids[i], whole.ids.at(i));
    EXPECT_EQ(streamed.columns[2].at(16'000), whole.columns[0].at(16'384 + 16'000));
    EXPECT_EQ(end->layer.fields, whole.fields);
    EXPECT_EQ(end->layer.geometry, "Point");
    EXPECT_NEAR(end->extent.max_y, 26.199, 1e-9);
}

TEST_F(GeoJsonStream, KnowsAboutWhatItHoldsBeforeItIsRead) {
    const auto state = open(collection(odd_properties));
    const LayerSummary& layer = state->layers[0];
    EXPECT_EQ(layer.layer.name, "many");
    EXPECT_THAT(layer.layer.fields, ElementsAre(map::Field{"name", "string"}, map::Field{"n", "integer"}));
    EXPECT_NEAR(static_cast<double>(layer.features), kMany, 0.1 * kMany);
    EXPECT_NEAR(layer.extent.min_x, 101, 0.01);
    EXPECT_NEAR(layer.extent.max_y, 26.2, 0.01);
    EXPECT_EQ(layer.layer.crs.name, "OGC:CRS84");
}

TEST_F(GeoJsonStream, FindsFieldsThatTurnUpLate) {
    const auto state = open(collection([](int i) {
        return i < kMany - 1 ? std::string{R"({"n":1})"} : std::string{R"({"late":true,"n":1.5})"};
    }));
    Streamed streamed;
    const auto end = stream(*state, streamed).value();
    EXPECT_THAT(end.layer.fields, ElementsAre(map::Field{"n", "real"}, map::Field{"late", "boolean"}));
    const map::AttributeColumn& late = streamed.columns.back();
    EXPECT_FALSE(late.has(0));
    EXPECT_EQ(late.at(late.size() - 1), style::Value{true});
}

TEST_F(GeoJsonStream, TellsOfFeaturesThatAreBroken) {
    std::string text = collection(odd_properties);
    const std::string_view one = "\"type\":\"Point\"";
    text.replace(text.rfind(one), one.size(), "\"type\":\"Paint\"");
    Streamed streamed;
    ASSERT_TRUE(stream(*open(text), streamed));
    EXPECT_EQ(streamed.faults, 1U);
}

TEST_F(GeoJsonStream, SaysWhereATextIsBroken) {
    std::string text = collection(odd_properties);
    text.replace(text.rfind("\"n\":"), 4, "\"n\";");
    Streamed streamed;
    const auto end = stream(*open(text), streamed);
    ASSERT_FALSE(end);
    EXPECT_THAT(end.error().message(), StartsWith("line 40001, column"));
}

TEST_F(GeoJsonStream, WantsOneCommaBetweenFeatures) {
    for (const char* between : {"}}\n", "}},,\n"}) {
        std::string text = collection(odd_properties);
        for (std::size_t at = text.find("}},\n"); at != std::string::npos; at = text.find("}},\n", at + 10))
            if (at > text.size() / 2) {
                text.replace(at, 4, between);
                break;
            }
        Streamed streamed;
        EXPECT_FALSE(stream(*open(text), streamed)) << between;
    }
    Streamed streamed;
    std::string text = collection(odd_properties);
    text.insert(text.rfind(']'), ",");
    EXPECT_FALSE(stream(*open(text), streamed));
}

TEST_F(GeoJsonStream, NoticesAFileThatBecomesShorter) {
    const auto state = open(collection(odd_properties));
    Streamed streamed;
    std::filesystem::resize_file(folder_.path() / "many.geojson", 3'000'000);
    const auto end = stream(*state, streamed);
    ASSERT_FALSE(end);
    EXPECT_THAT(end.error().message(), HasSubstr("the end of the text"));
}

TEST_F(GeoJsonStream, EndsWhenNobodyWantsMore) {
    const auto state = open(collection(odd_properties));
    Streamed streamed;
    EXPECT_TRUE(stream(*state, streamed, [] { return false; }));
    EXPECT_EQ(streamed.batches, 1U);
}

TEST_F(GeoJsonStream, LeavesToOthersWhatMustBeSeenWhole) {
    const std::string crs = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4543"}})";
    EXPECT_EQ(open(collection(odd_properties, crs + ","))->layers[0].layer.crs.name, "EPSG:4543");
    EXPECT_FALSE(open(collection(odd_properties, "", "," + crs)));
    std::string not_utf8 = collection(odd_properties);
    not_utf8[not_utf8.rfind("目")] = '\xC4';
    EXPECT_FALSE(open(not_utf8));
    EXPECT_FALSE(open(R"({"type":"Feature","geometry":null,"properties":{"features":[1]}})"));
    EXPECT_FALSE(open(R"({"type":"Topology","objects":{}})"));
    EXPECT_FALSE(open(""));
}

}  // namespace
}  // namespace jinsha::io
