#include "scene/legend.hpp"

#include "scene/test_map.hpp"

#include <gmock/gmock.h>

namespace jinsha::scene {
namespace {

using test::box;
using test::points;
using test::text;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr geo::Envelope kFrame{0, 0, 100, 100};

/// A document over one source "s" with these fields, and a snapshot of its layers over `features`.
struct LegendMap {
    map::MapDocument document;
    std::shared_ptr<const MapSnapshot> snapshot;

    LegendMap(const std::string& layers, const std::vector<test::TestFeature>& features) {
        const std::string fields =
            R"([{"name": "use", "label": {"zh": "用途", "en": "Use"}, "values": [
                  {"value": "home", "label": {"zh": "住宅", "en": "Homes"}},
                  {"value": "shop", "label": {"zh": "商业", "en": "Shops"}}]}])";
        document = *map::parse_map_document(
            R"({"version": 8, "sources": {"s": {"type": "geojson", "data": "s.geojson"}},
                "metadata": {"jinsha:projects": {"sources": ["s"], "themeField": "use", "phaseField": "phase",
                             "fields": )" +
                fields + R"(}}, "layers": [)" + layers + "]}",
            "town.map.json");
        auto made = std::make_shared<MapSnapshot>();
        for (const map::DocumentLayer& layer : document.layers)
            made->layers.push_back({layer.style, test::source_of(features)});
        snapshot = made;
    }

    [[nodiscard]] Legend legend(std::string_view language = "zh", geo::Envelope frame = kFrame) const {
        return build_legend(*snapshot, document, 1, frame, language);
    }
};

std::vector<std::string> lines_of(const Legend& legend) {
    std::vector<std::string> lines;
    for (const LegendGroup& group : legend.groups) {
        for (const LegendEntry& entry : group.entries)
            lines.push_back(group.title + "/" + entry.label + " " + std::to_string(entry.count));
    }
    return lines;
}

const std::string kFillByUse =
    R"({"id": "land", "type": "fill", "source": "s", "metadata": {"jinsha:title": {"zh": "土地", "en": "Land"}},
        "paint": {"fill-color": ["match", ["get", "use"], "home", "#ff0000", "shop", "#0000ff", "#888888"]}})";

TEST(Legend, NamesTheClassesOfAPaintByTheFieldItAsksFor) {
    const LegendMap map{kFillByUse,
                        {{box(0, 0, 9, 9), {{"use", text("shop")}}},
                         {box(10, 0, 19, 9), {{"use", text("home")}}},
                         {box(20, 0, 29, 9), {{"use", text("shop")}}}}};
    EXPECT_THAT(lines_of(map.legend()), ElementsAre("土地/商业 2", "土地/住宅 1"));
    EXPECT_THAT(lines_of(map.legend("en")), ElementsAre("Land/Shops 2", "Land/Homes 1"));
}

TEST(Legend, ListsOnlyWhatTheFrameShows) {
    const LegendMap map{
        kFillByUse,
        {{box(0, 0, 9, 9), {{"use", text("shop")}}}, {box(500, 0, 510, 9), {{"use", text("home")}}}}};
    EXPECT_THAT(lines_of(map.legend()), ElementsAre("土地/商业 1"));
}

TEST(Legend, LeavesOutAnAreaOfWhichOnlyTheEnvelopeIsInTheFrame) {
    const auto corner = test::polygon(
        {{{-50, -300}, {300, -300}, {300, 400}, {290, 400}, {290, -290}, {-50, -290}, {-50, -300}}});
    const LegendMap map{kFillByUse, {{corner, {{"use", text("home")}}}}};
    EXPECT_TRUE(map.legend().is_empty());
}

TEST(Legend, MakesOneEntryOfLayersWithTheSameWords) {
    const std::string metadata = R"("metadata": {"jinsha:title": "水", "jinsha:group": "底图"})";
    const LegendMap map{R"({"id": "a", "type": "fill", "source": "s", )" + metadata +
                            R"(}, {"id": "b", "type": "line", "source": "s", )" + metadata + "}",
                        {{box(0, 0, 9, 9), {}}}};
    const Legend legend = map.legend();
    EXPECT_THAT(lines_of(legend), ElementsAre("底图/水 1"));
    EXPECT_EQ(legend.groups[0].entries[0].looks.size(), 2U);
}

TEST(Legend, LeavesOutWhatTheDocumentKeepsOutLabelsAndWhatIsHidden) {
    const LegendMap map{
        R"({"id": "a", "type": "fill", "source": "s", "metadata": {"jinsha:legend": false}},
           {"id": "b", "type": "symbol", "source": "s", "layout": {"text-field": "x"}},
           {"id": "c", "type": "fill", "source": "s", "paint": {"fill-opacity": 0}},
           {"id": "d", "type": "fill", "source": "s", "minzoom": 24})",
        {{box(0, 0, 9, 9), {}}}};
    EXPECT_TRUE(map.legend().is_empty());
}

TEST(Legend, TellsBadgesApartByThemeAndByPhase) {
    const LegendMap map{
        R"({"id": "p", "type": "symbol", "source": "s", "layout": {"icon-image":
            ["concat", "badge/", ["get", "use"], "/", ["get", "phase"], "/", ["get", "sure"]]}})",
        {{points({{1, 1}}), {{"use", text("shop")}, {"phase", text("planned")}, {"sure", text("inferred")}}},
         {points({{2, 1}}), {{"use", text("shop")}, {"phase", text("completed")}, {"sure", text("known")}}},
         {points({{3, 1}}), {{"use", text("home")}, {"phase", text("planned")}, {"sure", text("known")}}}}};
    const Legend legend = map.legend();
    EXPECT_THAT(lines_of(legend), ElementsAre("用途/住宅 1", "用途/商业 2", "/planned 2", "/completed 1"));
    EXPECT_EQ(std::get<LegendIcon>(legend.groups[0].entries[0].looks[0]).image, "badge/home");
    EXPECT_EQ(std::get<LegendIcon>(legend.groups[1].entries[0].looks[0]).image, "badge//planned");
    EXPECT_EQ(legend.project_count, 3U);
    EXPECT_EQ(legend.estimated_count, 1U);
}

TEST(Legend, TakesAScaleWithoutStepsForOneClass) {
    std::vector<test::TestFeature> features;
    for (int i = 0; i < 40; ++i) features.push_back({box(i, 0, i + 1, 1), {{"height", test::number(i)}}});
    const LegendMap map{
        R"({"id": "land", "type": "fill", "source": "s", "paint": {"fill-color":
            ["interpolate", ["linear"], ["get", "height"], 0, "#000000", 40, "#ffffff"]}})",
        features};
    EXPECT_THAT(lines_of(map.legend()), ElementsAre("/land 40"));
}

}  // namespace
}  // namespace jinsha::scene
