#include "app/map_session.hpp"

#include "geo/crs.hpp"
#include "io/open_map.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace jinsha::app {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

/// Two projects, the outline of the first, and a road without a popup; in degrees near 101° E, 26° N.
constexpr const char* kDocument = R"({
  "version": 8, "name": "Test",
  "metadata": {"jinsha:version": 1, "jinsha:crs": "EPSG:4543",
    "jinsha:projects": {"sources": ["projects"], "titleField": {"zh": "zh", "en": "en"}, "themeField": "theme",
      "phaseField": "phase", "qualityField": "quality", "factField": {"zh": "fact", "en": "fact"},
      "outlines": {"source": "outlines", "field": "project"},
      "fields": [{"name": "cost", "label": {"zh": "投资", "en": "Cost"}},
                 {"name": "phase", "values": [{"value": "ongoing", "label": {"zh": "推进中", "en": "Ongoing"}}]}]}},
  "sources": {
    "projects": {"type": "geojson", "attribution": "Survey", "data": {"type": "FeatureCollection", "features": [
      {"type": "Feature", "id": "lake", "properties": {"zh": "湖", "en": "Lake", "theme": "ecology", "phase": "ongoing",
        "quality": "inferred", "fact": "Deep", "cost": 12.5, "empty": null},
        "geometry": {"type": "Point", "coordinates": [101.5, 26.5]}},
      {"type": "Feature", "id": "mill", "properties": {"zh": "磨坊", "quality": "known"},
        "geometry": {"type": "Point", "coordinates": [101.6, 26.5]}}]}},
    "outlines": {"type": "geojson", "attribution": "Survey", "data": {"type": "FeatureCollection", "features": [
      {"type": "Feature", "id": "lake/outline", "properties": {"project": "lake", "name": "Shore"},
        "geometry": {"type": "Polygon",
          "coordinates": [[[101.49, 26.49], [101.51, 26.49], [101.51, 26.51], [101.49, 26.49]]]}}]}},
    "roads": {"type": "geojson", "attribution": "Roads office", "data": {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"name": "Road"},
        "geometry": {"type": "LineString", "coordinates": [[101.4, 26.4], [101.7, 26.6]]}}]}}},
  "layers": [
    {"id": "ground", "type": "background", "paint": {"background-color": "#fff"}},
    {"id": "shore", "type": "fill", "source": "outlines", "paint": {"fill-color": "#00f"},
      "metadata": {"jinsha:title": "Water", "jinsha:popup": {"title": "name"}}},
    {"id": "shore-line", "type": "line", "source": "outlines", "metadata": {"jinsha:title": "Water"}},
    {"id": "road", "type": "line", "source": "roads", "layout": {"visibility": "none"}},
    {"id": "project", "type": "circle", "source": "projects", "minzoom": 10,
      "metadata": {"jinsha:title": {"zh": "项目", "en": "Projects"}, "jinsha:popup":
        {"fields": ["theme", "phase", "quality", "fact", "cost", "empty"]}}}
  ]})";

class MapSessionTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const auto path = std::filesystem::temp_directory_path() /
                          ("jinsha_map_session_test_" + std::to_string(getpid()) + ".map.json");
        std::ofstream{path} << kDocument;
        auto map = io::open_map(path, {});
        std::filesystem::remove(path);
        ASSERT_TRUE(map.has_value()) << map.error().message();
        ASSERT_THAT(map->problems, SizeIs(0));
        auto from_wgs84 = geo::CrsTransform::between(*geo::Crs::from("OGC:CRS84"), map->crs);
        ASSERT_TRUE(from_wgs84.has_value());
        auto groups = layer_groups(*map);
        session_.emplace(OpenedMap{std::move(*map), std::move(*from_wgs84), std::move(groups), ""}, 1.0, 1);
    }
    static void TearDownTestSuite() { session_.reset(); }

    static std::uint32_t source(const char* id) {
        const auto& sources = session_->map().sources;
        for (std::uint32_t i = 0; i < sources.size(); ++i) {
            if (sources[i].id == id) return i;
        }
        ADD_FAILURE() << "no source " << id;
        return 0;
    }
    static Met project(std::uint32_t index) { return {{source("projects"), index}, 4}; }
    static Met outline() { return {{source("outlines"), 0}, 1}; }
    static std::vector<bool> visible() {
        std::vector<bool> result;
        for (const auto& layer : session_->snapshot()->layers) result.push_back(layer.is_visible);
        return result;
    }

    static inline std::optional<MapSession> session_;
};

TEST_F(MapSessionTest, LayersWithOneTitleAreOneRowTopmostFirst) {
    std::vector<std::string> titles;
    session_->show_as({false, "en"});
    for (const ui::LayerRow& row : session_->rows(12)) titles.push_back(row.title);
    session_->show_as({});
    EXPECT_THAT(titles, ElementsAre("Projects", "road", "Water"));
    EXPECT_EQ(session_->rows(12).front().title, "项目");
}

TEST_F(MapSessionTest, AFilterHidesProjectsFromWorkersAndKeepsTheirCardsAndOutlines) {
    session_->filter_projects({.themes = {"farming"}, .phases = {}, .transformation = {}});
    EXPECT_TRUE(session_->is_filtered_out(project(0).feature));
    EXPECT_FALSE(session_->is_filtered_out(outline().feature)) << "a lake is there whatever is asked";
    EXPECT_EQ(session_->name(project(0), "en"), "Lake");
    const auto hidden = session_->snapshot();
    session_->show_row(1, true);  // what stands in for a source stays, so that display lists are found again
    EXPECT_EQ(session_->snapshot()->layers[4].source, hidden->layers[4].source);
    session_->show_row(1, false);
    EXPECT_EQ(session_->snapshot_as({true, "zh"})->layers[4].source,
              hidden->layers[4].source);  // exports too
    session_->filter_projects({});
    EXPECT_FALSE(session_->is_filtered_out(project(0).feature));
    EXPECT_EQ(session_->snapshot()->layers[4].source, session_->map().sources[source("projects")].source);
}

TEST_F(MapSessionTest, RevealsALayerThatIsHidden) {
    const Met road{{source("roads"), 0}, 3};
    EXPECT_TRUE(session_->reveal(road));
    EXPECT_TRUE(session_->snapshot()->layers[3].is_visible);
    EXPECT_FALSE(session_->reveal(road));
    session_->show_row(1, false);
}

TEST_F(MapSessionTest, RowsTellCountVisibilityAndWhetherAnythingShowsAtThisZoom) {
    const auto near = session_->rows(12);
    EXPECT_EQ(near[0].feature_count, 2u);
    EXPECT_TRUE(near[0].in_zoom_range);
    EXPECT_FALSE(near[1].is_visible);
    EXPECT_FALSE(session_->rows(9)[0].in_zoom_range);
}

TEST_F(MapSessionTest, ARowTakesTheLookOfItsArea) {
    const auto water = session_->rows(12)[2];
    EXPECT_EQ(water.swatch.kind, ui::Swatch::Kind::Fill);
    EXPECT_EQ(water.swatch.color, (style::Color{0, 0, 1, 1}));
}

TEST_F(MapSessionTest, AnotherLookMakesANewSnapshotTheSameOneDoesNot) {
    const auto before = session_->snapshot();
    session_->show_as({});
    EXPECT_EQ(session_->snapshot(), before);
    session_->show_as({true, "zh"});
    EXPECT_GT(session_->snapshot()->revision, before->revision);
    session_->show_as({});
}

TEST_F(MapSessionTest, HidingARowMakesANewSnapshotWithoutItsLayers) {
    const auto before = session_->snapshot();
    session_->show_row(2, false);
    EXPECT_THAT(visible(), ElementsAre(true, false, false, false, true));
    EXPECT_GT(session_->snapshot()->revision, before->revision);
    session_->show_row(2, true);
    EXPECT_THAT(visible(), ElementsAre(true, true, true, false, true));
    session_->show_row(99, true);  // no such row
}

TEST_F(MapSessionTest, NamesComeInTheLanguageAskedForOrInTheOneThereIs) {
    EXPECT_EQ(session_->name(project(0), "zh"), "湖");
    EXPECT_EQ(session_->name(project(0), "en"), "Lake");
    EXPECT_EQ(session_->name(outline(), "zh"), "Shore");
}

TEST_F(MapSessionTest, ANameThatIsMissingInOneLanguageIsTakenFromWhatThereIs) {
    EXPECT_EQ(session_->name(project(1), "zh"), "磨坊");
    EXPECT_EQ(session_->name(project(1), "en"), "磨坊");
}

TEST_F(MapSessionTest, TheCardPutsEachFieldWhereItBelongs) {
    const ui::Card card = session_->card(project(0), "en");
    EXPECT_EQ(card.title, "Lake");
    EXPECT_EQ(card.theme.value, "ecology");
    EXPECT_EQ(card.phase, (ui::Word{"ongoing", "Ongoing"}));
    EXPECT_EQ(card.fact, "Deep");
    EXPECT_THAT(card.fields, ElementsAre(ui::Field{"Cost", "12.5"}));
    ASSERT_TRUE(card.position_quality.has_value());
    EXPECT_EQ(card.position_quality->radius_m, 2000);
}

TEST_F(MapSessionTest, TheCardTellsThePositionInDegrees) {
    const auto position = session_->card(project(0), "en").position;
    ASSERT_TRUE(position.has_value());
    EXPECT_NEAR(position->lon_deg, 101.5, 1e-9);
    EXPECT_NEAR(position->lat_deg, 26.5, 1e-9);
}

TEST_F(MapSessionTest, AProjectAndItsOutlineAreSelectedTogether) {
    EXPECT_THAT(session_->selected_with(project(0)), ElementsAre(project(0), outline()));
    EXPECT_THAT(session_->selected_with(outline()), ElementsAre(project(0), outline()));
    EXPECT_THAT(session_->selected_with(project(1)), ElementsAre(project(1)));
}

TEST_F(MapSessionTest, OnlyLayersWithAPopupOpenCards) {
    const scene::Pick road{{source("roads"), 0}, 3};
    const scene::Pick lake{{source("projects"), 0}, 4};
    EXPECT_THAT(session_->with_card({road}), ElementsAre());
    EXPECT_THAT(session_->with_card({road, lake}), ElementsAre(project(0)));
}

TEST_F(MapSessionTest, CountsProjectsAndThoseWhosePositionIsEstimated) {
    EXPECT_EQ(session_->project_counts().all, 2u);
    EXPECT_EQ(session_->project_counts().estimated, 1u);
}

TEST_F(MapSessionTest, NamesEachOwnerOfDataOnce) {
    EXPECT_EQ(session_->attribution(), "Survey · Roads office");
}

TEST_F(MapSessionTest, AFeatureThatIsNotThereHasNoPlace) {
    EXPECT_EQ(session_->place({source("projects"), 17}), std::nullopt);
    EXPECT_TRUE(session_->extent({source("projects"), 17}).is_empty());
}

/// Water and mines in one source, each drawn by a layer of its own.
constexpr const char* kShared = R"({
  "version": 8, "metadata": {"jinsha:version": 1, "jinsha:crs": "EPSG:4543"},
  "sources": {"areas": {"type": "geojson", "data": {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"kind": "mine"}, "geometry": {"type": "Point", "coordinates": [101.5, 26.5]}},
    {"type": "Feature", "properties": {"kind": "water"}, "geometry": {"type": "Point", "coordinates": [101.6, 26.5]}},
    {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [101.7, 26.5]}}]}}},
  "layers": [
    {"id": "mines", "type": "circle", "source": "areas", "filter": ["==", ["get", "kind"], "mine"],
      "metadata": {"jinsha:title": "Mines", "jinsha:popup": {"title": "kind"}}},
    {"id": "water", "type": "circle", "source": "areas", "filter": ["==", ["get", "kind"], "water"],
      "metadata": {"jinsha:title": "Water", "jinsha:popup": {"title": "kind"}}}]})";

TEST(MapSession, NamesTheLayerThatDrawsAFeature) {
    const TemporaryFolder folder;
    auto map = io::open_map(folder.write("shared.map.json", kShared), {});
    ASSERT_TRUE(map.has_value()) << map.error().message();
    auto from_wgs84 = geo::CrsTransform::between(geo::Crs::wgs84(), map->crs);
    auto groups = layer_groups(*map);
    const MapSession session{OpenedMap{std::move(*map), std::move(*from_wgs84), std::move(groups), ""}, 1.0,
                             1};
    EXPECT_EQ(session.layer_title(session.met({0, 0}), "en"), "Mines");
    EXPECT_EQ(session.layer_title(session.met({0, 1}), "en"), "Water");
    EXPECT_EQ(session.layer_title(session.met({0, 2}), "en"), "Water") << "drawn by none: the topmost";
}

}  // namespace
}  // namespace jinsha::app
