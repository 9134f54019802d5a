#include "search/map_texts.hpp"

#include "map/memory_feature_source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace jinsha::search {
namespace {

using ::testing::ElementsAre;
using Attributes = map::MemoryFeatureSourceBuilder::Attributes;

constexpr const char* kDocument = R"({
  "version": 8,
  "metadata": {
    "jinsha:projects": {
      "sources": ["projects"],
      "titleField": {"zh": "标题", "en": "heading"},
      "fields": [{"name": "theme", "values": [{"value": "industry", "label": {"zh": "工业", "en": "Industry"}}]}]
    }
  },
  "sources": {
    "projects": {"type": "geojson", "data": "projects.geojson"},
    "places": {"type": "geojson", "data": "places.geojson"}
  },
  "layers": []
})";

std::shared_ptr<const map::FeatureSource> source_of(const std::vector<Attributes>& features) {
    map::MemoryFeatureSourceBuilder builder;
    const std::array<geo::MapPoint, 1> at{{{0, 0}}};
    const std::array<std::uint32_t, 1> ends{1};
    for (const Attributes& attributes : features) {
        builder.add({geo::GeometryType::Point, at, ends}, {}, attributes);
    }
    return builder.build({"test", "Point", {}, {}, {}});
}

style::Value text(std::string value) {
    return style::Value{std::move(value)};
}

map::LoadedMap map_of(const std::vector<Attributes>& projects, const std::vector<Attributes>& places) {
    auto document = map::parse_map_document(kDocument, "town.map.json");
    EXPECT_TRUE(document);
    map::LoadedMap map{std::move(*document), geo::Crs::wgs84(), map::ZoomScale{0, 1}, {}, {}, {}, {}, {}};
    map.sources.push_back({"projects", "projects", source_of(projects), 0});
    map.sources.push_back({"places", "places", source_of(places), 0});
    return map;
}

std::vector<SearchText> texts(const map::LoadedMap& map) {
    std::vector<SearchText> texts;
    visit_texts(map, std::atomic<bool>{false}, [&](const SearchText& text) { texts.push_back(text); });
    return texts;
}

TEST(MapTexts, HaveNamesInAllLanguagesBeforeOtherTexts) {
    const auto map =
        map_of({{{"标题", text("金沙湖")}, {"heading", text("Jinsha Lake")}, {"fact", text("亲水")}}}, {});
    EXPECT_THAT(texts(map),
                ElementsAre(SearchText{{0, 0}, "金沙湖", true}, SearchText{{0, 0}, "Jinsha Lake", true},
                            SearchText{{0, 0}, "亲水", false}));
}

TEST(MapTexts, FindTheUsualNamesOfSourcesThatTheDocumentIsSilentAbout) {
    const auto map =
        map_of({}, {{{"name_zh", text("格里坪镇")}, {"name_en", text("Geliping")}, {"name", text("x")}}});
    EXPECT_THAT(texts(map),
                ElementsAre(SearchText{{1, 0}, "格里坪镇", true}, SearchText{{1, 0}, "Geliping", true},
                            SearchText{{1, 0}, "x", false}));
}

TEST(MapTexts, SayCodedValuesInTheWordsOfTheDocument) {
    const auto map = map_of({{{"theme", text("industry")}}, {{"theme", text("unheard-of")}}}, {});
    EXPECT_THAT(texts(map), ElementsAre(SearchText{{0, 0}, "工业 Industry", false},
                                        SearchText{{0, 1}, "unheard-of", false}));
}

TEST(MapTexts, LeaveOutNumbersNullsAndEmptyTexts) {
    const auto map = map_of({{{"标题", {}}, {"count", style::Value{7.0}}, {"fact", text("")}}}, {});
    EXPECT_THAT(texts(map), ElementsAre());
}

}  // namespace
}  // namespace jinsha::search
