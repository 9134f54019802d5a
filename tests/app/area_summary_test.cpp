#include "app/area_summary.hpp"

#include "io/open_map.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

namespace jinsha::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// In a CRS in metres, so that areas and lengths are easy to tell: two fields of 100 by 100 m, a road of
/// 300 m along their feet, and three wells.
constexpr const char* kDocument = R"({
  "version": 8, "name": "Test", "metadata": {"jinsha:version": 1, "jinsha:crs": "EPSG:4543"},
  "sources": {
    "land": {"type": "geojson", "data": "land.geojson"},
    "wells": {"type": "geojson", "data": "wells.geojson"}},
  "layers": [
    {"id": "roads", "type": "line", "source": "land", "filter": ["==", ["geometry-type"], "LineString"]},
    {"id": "fields", "type": "fill", "source": "land", "filter": ["==", ["geometry-type"], "Polygon"]},
    {"id": "wells", "type": "circle", "source": "wells"}]})";

constexpr const char* kCrs =
    R"("crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4543"}})";

std::string polygon(double left, double bottom, double right, double top) {
    return fmt::format(
        R"({{"type": "Polygon", "coordinates": [[[{0}, {1}], [{2}, {1}], [{2}, {3}], [{0}, {3}], [{0}, {1}]]]}})",
        left, bottom, right, top);
}
std::string feature(const std::string& properties, const std::string& geometry) {
    return R"({"type": "Feature", "properties": )" + properties + R"(, "geometry": )" + geometry + "}";
}
std::string point(double x, double y) {
    return fmt::format(R"({{"type": "Point", "coordinates": [{}, {}]}})", x, y);
}

class AreaSummaryTest : public testing::Test {
protected:
    void SetUp() override {
        const TemporaryFolder folder;
        const auto collection = [](const std::string& features) {
            return std::string{R"({"type": "FeatureCollection", )"} + kCrs + R"(, "features": [)" + features +
                   "]}";
        };
        static_cast<void>(folder.write(
            "land.geojson",
            collection(
                feature(R"({"crop": "稻", "yield": 3})", polygon(460'000, 2'940'000, 460'100, 2'940'100)) +
                "," +
                feature(R"({"crop": "麦", "yield": 4.5})", polygon(460'200, 2'940'000, 460'300, 2'940'100)) +
                "," +
                feature(
                    R"({"crop": null})",
                    R"({"type": "LineString", "coordinates": [[460000, 2939990], [460300, 2939990]]})"))));
        static_cast<void>(folder.write(
            "wells.geojson", collection(feature(R"({"depth": 10})", point(460'050, 2'940'050)) + "," +
                                        feature(R"({"depth": "deep"})", point(460'060, 2'940'050)) + "," +
                                        feature(R"({"depth": 30})", point(460'250, 2'940'050)))));
        auto map = io::open_map(folder.write("town.map.json", kDocument), {});
        ASSERT_TRUE(map.has_value()) << map.error().message();
        map_.emplace(*std::move(map));
        const auto groups = layer_groups(*map_);
        for (std::uint32_t row = 0; row < groups.size(); ++row) {
            auto content = table_content(*map_, *row_content(*map_, groups[row]), "zh");
            layers_.push_back({row, content, content->features});
        }
    }

    [[nodiscard]] AreaSummary within(double left, double bottom, double right, double top) const {
        return summarize_area({{left, bottom}, {right, bottom}, {right, top}, {left, top}}, layers_, false);
    }
    [[nodiscard]] std::string field(const AreaFigures& figures, std::size_t sum) const {
        return layers_[figures.row].content->columns[figures.sums[sum].column].field;
    }

    std::optional<map::LoadedMap> map_;
    std::vector<AreaLayer> layers_;  // wells, fields, roads
};

TEST_F(AreaSummaryTest, CountsLayerByLayerTopmostFirst) {
    const AreaSummary all = within(459'000, 2'939'000, 461'000, 2'941'000);
    ASSERT_EQ(all.layers.size(), 3U);
    EXPECT_EQ(all.layers[0].count, 3U);
    EXPECT_EQ(all.layers[1].count, 2U);
    EXPECT_EQ(all.layers[2].count, 1U);
    EXPECT_EQ(all.count, 6U);
    EXPECT_EQ(all.features.size(), 6U);
}

TEST_F(AreaSummaryTest, AddsUpWholePolygonsAndLinesHoweverLittleOfThemLiesThere) {
    const AreaSummary corner = within(459'000, 2'939'000, 460'001, 2'940'001);
    ASSERT_EQ(corner.layers.size(), 2U);
    EXPECT_NEAR(corner.layers[0].plane_area, 10'000, 1e-3);
    EXPECT_NEAR(corner.layers[1].plane_length, 300, 1e-4);
}

TEST_F(AreaSummaryTest, AddsUpNumbersAndSaysHowManyHaveOne) {
    const AreaSummary all = within(459'000, 2'939'000, 461'000, 2'941'000);
    ASSERT_EQ(all.layers[1].sums.size(), 1U) << "a crop is no number";
    EXPECT_EQ(field(all.layers[1], 0), "yield");
    EXPECT_DOUBLE_EQ(all.layers[1].sums[0].sum, 7.5);
    EXPECT_EQ(all.layers[1].sums[0].count, 2U);
    EXPECT_THAT(all.layers[2].sums, IsEmpty()) << "the road yields nothing";
}

TEST_F(AreaSummaryTest, TakesOnlyWhatTheLayerDraws) {
    const AreaSummary left = within(459'990, 2'940'010, 460'110, 2'940'090);
    ASSERT_EQ(left.layers.size(), 2U);
    EXPECT_EQ(left.layers[0].count, 2U);
    EXPECT_EQ(left.layers[1].count, 1U);
}

TEST_F(AreaSummaryTest, OfNothingIsEmpty) {
    const AreaSummary none = within(470'000, 2'940'000, 471'000, 2'941'000);
    EXPECT_THAT(none.layers, IsEmpty());
    EXPECT_EQ(none.count, 0U);
    EXPECT_EQ(summarize_area({}, layers_, false).count, 0U);
}

TEST_F(AreaSummaryTest, StopsWhenCancelled) {
    EXPECT_LE(
        summarize_area({{459'000, 2'939'000}, {461'000, 2'939'000}, {460'000, 2'950'000}}, layers_, true)
            .count,
        3U);
}

}  // namespace
}  // namespace jinsha::app
