#include "app/table_content.hpp"

#include "io/open_map.hpp"
#include "map/edited_feature_source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

namespace jinsha::app {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

/// Works of which one lies nowhere, one is of another kind, and values are of every sort.
constexpr const char* kDocument = R"({
  "version": 8, "name": "Test",
  "metadata": {"jinsha:version": 1, "jinsha:crs": "EPSG:4543", "jinsha:sources": {"works": {"fields": [
    {"name": "cost", "label": {"zh": "投资", "en": "Cost"}, "type": "real", "unit": {"zh": "万元", "en": "CNY 10,000"}},
    {"name": "phase", "label": {"zh": "阶段", "en": "Phase"}, "values": [
      {"value": "a", "label": {"zh": "规划", "en": "Planned"}}, {"value": "b", "label": {"zh": "在建", "en": "Ongoing"}}]}
  ]}}},
  "sources": {"works": {"type": "geojson", "data": {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"name": "玉泉路", "cost": 10, "phase": "b", "kind": "work"},
     "geometry": {"type": "Point", "coordinates": [101.5, 26.5]}},
    {"type": "Feature", "properties": {"name": "大水井", "cost": 9.5, "phase": "a", "kind": "work"},
     "geometry": {"type": "Point", "coordinates": [101.6, 26.5]}},
    {"type": "Feature", "properties": {"name": "第10期", "cost": null, "kind": "work"}, "geometry": null},
    {"type": "Feature", "properties": {"name": "第2期", "cost": "many", "note": "Near the Lake", "kind": "work"},
     "geometry": {"type": "Point", "coordinates": [101.6, 26.6]}},
    {"type": "Feature", "properties": {"name": "other", "kind": "road"},
     "geometry": {"type": "Point", "coordinates": [101.7, 26.6]}}]}}},
  "layers": [{"id": "work", "type": "circle", "source": "works", "filter": ["==", ["get", "kind"], "work"]}]})";

class TableContentTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const auto path = std::filesystem::temp_directory_path() /
                          ("jinsha_table_content_test_" + std::to_string(getpid()) + ".map.json");
        std::ofstream{path} << kDocument;
        auto map = io::open_map(path, {});
        std::filesystem::remove(path);
        ASSERT_TRUE(map.has_value()) << map.error().message();
        map_.emplace(std::move(*map));
    }
    static void TearDownTestSuite() { map_.reset(); }

    static std::shared_ptr<const TableContent> content(std::string_view language = "zh") {
        auto row = row_content(*map_, layer_groups(*map_).front());
        return table_content(*map_, *std::move(row), language);
    }
    static std::size_t column(const TableContent& of, std::string_view field) {
        return static_cast<std::size_t>(std::ranges::find(of.columns, field, &ui::TableColumn::field) -
                                        of.columns.begin());
    }
    /// The names in the order of the rows.
    static std::vector<std::string> names(const std::shared_ptr<const ArrangedTable>& table) {
        std::vector<std::string> names;
        const std::size_t name = column(*table->content, "name");
        for (std::size_t row = 0; row < table->rows->size(); ++row)
            names.push_back(table->rows->cells(row)[name].text);
        return names;
    }
    static std::vector<std::string> sorted_by(std::string_view field, bool is_descending = false) {
        const auto of = content();
        return names(arrange({of, ui::TableOrder{column(*of, field), is_descending}, ""}, kGoOn));
    }
    static std::vector<std::string> found(const std::string& filter) {
        return names(arrange({content(), std::nullopt, filter}, kGoOn));
    }

    static inline const std::atomic<bool> kGoOn{false};
    static inline std::optional<map::LoadedMap> map_;
};

TEST_F(TableContentTest, BeginsWithTheNameAndTheFieldsOfTheDocument) {
    std::vector<std::string> fields;
    const auto of = content();
    for (const auto& column : of->columns) fields.push_back(column.field);
    EXPECT_THAT(fields, ElementsAre("name", "cost", "phase", "kind", "note"));
}

TEST_F(TableContentTest, CallsColumnsAsTheDocumentDoes) {
    EXPECT_EQ(content()->columns[1].label, "投资");
    EXPECT_EQ(content()->columns[1].unit, "万元");
    EXPECT_EQ(content("en")->columns[1].label, "Cost");
    EXPECT_EQ(content()->columns[1].kind, ui::TableColumn::Kind::Number);
    EXPECT_EQ(content()->columns[0].label, "name");
}

TEST_F(TableContentTest, ListsWhatTheLayerDrawsWithWhatLiesNowhere) {
    EXPECT_THAT(found(""), ElementsAre("玉泉路", "大水井", "第10期", "第2期"));
}

TEST_F(TableContentTest, SortsChineseByPinyinAndNumbersInNamesByValue) {
    EXPECT_THAT(sorted_by("name"), ElementsAre("大水井", "第2期", "第10期", "玉泉路"));
}

TEST_F(TableContentTest, SortsNumbersByValueThenTextsAndWhatIsMissingLast) {
    EXPECT_THAT(sorted_by("cost"), ElementsAre("大水井", "玉泉路", "第2期", "第10期"));
    EXPECT_THAT(sorted_by("cost", true), ElementsAre("第2期", "玉泉路", "大水井", "第10期"));
}

TEST_F(TableContentTest, KeepsTheOrderOfTheDataAmongEqualOnes) {
    EXPECT_THAT(sorted_by("kind"), ElementsAre("玉泉路", "大水井", "第10期", "第2期"));
    EXPECT_THAT(sorted_by("kind", true), ElementsAre("玉泉路", "大水井", "第10期", "第2期"));
}

TEST_F(TableContentTest, FindsEveryWordInAnyColumnWhateverItsCase) {
    EXPECT_THAT(found("LAKE"), ElementsAre("第2期"));
    EXPECT_THAT(found(" 第  期 "), ElementsAre("第10期", "第2期"));
    EXPECT_THAT(found("期 lake"), ElementsAre("第2期"));
    EXPECT_THAT(found("湖"), SizeIs(0));
}

TEST_F(TableContentTest, FindsValuesByWhatTheDocumentCallsThem) {
    EXPECT_THAT(found("在建"), ElementsAre("玉泉路"));
}

TEST_F(TableContentTest, FiltersWhatWasSortedBefore) {
    const auto of = content();
    const ui::TableOrder by_name{0, false};
    const auto all = arrange({of, by_name, ""}, kGoOn);
    const auto some = arrange({of, by_name, "期", all}, kGoOn);
    EXPECT_EQ(some->sorted, all->sorted);
    EXPECT_THAT(names(some), ElementsAre("第2期", "第10期"));
}

TEST_F(TableContentTest, GivesUpWhenCancelled) {
    const std::atomic<bool> cancelled{true};
    EXPECT_EQ(arrange({content(), std::nullopt, "x"}, cancelled), nullptr);
}

TEST_F(TableContentTest, MeetsEditedFeaturesButNoDeletedOnes) {
    const auto source = map_->sources.front().source;
    const auto edited = std::make_shared<map::EditedFeatureSource>(source);
    const auto without = edited->with(std::vector<map::FeatureChange>{{{0, 0}, edited->state(0), nullptr},
                                                                      {{0, 2}, edited->state(2), nullptr}});
    std::vector<std::uint32_t> met;
    visit_all(*without, [&](const map::SourceFeature& feature) {
        met.push_back(feature.index());
        return true;
    });
    EXPECT_THAT(met, ElementsAre(1, 3, 4));
}

}  // namespace
}  // namespace jinsha::app
