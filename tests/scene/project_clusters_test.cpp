#include "scene/project_clusters.hpp"

#include "scene/picking.hpp"
#include "scene/placement.hpp"
#include "test_map.hpp"
#include "text/test_fonts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace jinsha::scene {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr GridRect kWindow{-500, -500, 1000, 1000};

TestFeature project(double x, double y, std::string theme) {
    return {points({{x, y}}), {{"theme", text(std::move(theme))}, {"name", text("项目")}}};
}

TestLayer badges(std::shared_ptr<const map::FeatureSource> source, std::uint32_t index,
                 const std::string& more = "") {
    return {R"({"id": "badges-)" + std::to_string(index) + R"(", "type": "symbol", "layout": {
                "icon-image": ["concat", "badge/", ["get", "theme"]], "icon-overlap": "always"})" +
                more + "}",
            std::move(source), index};
}

TestLayer names(std::shared_ptr<const map::FeatureSource> source, std::uint32_t index) {
    return {R"({"id": "names", "type": "symbol", "layout": {"text-field": ["get", "name"],
                "text-anchor": "top", "text-offset": [0, 2]}})",
            std::move(source), index};
}

/// One map unit is a physical pixel where a placer is asked.
std::shared_ptr<MapSnapshot> clustered(const std::vector<TestLayer>& layers,
                                       std::vector<std::uint32_t> sources) {
    auto snapshot = snapshot_of(layers);
    ClusteredProjects projects{std::move(sources), "theme", {snapshot->scale, 40, 18}};
    snapshot->clusters = std::make_shared<const ProjectClusters>(std::move(projects));
    return snapshot;
}

SymbolPlacer placer(const std::shared_ptr<const MapSnapshot>& map, double units_per_pixel = 1) {
    static const auto kIcons = std::make_shared<const symbol::IconStore>(
        std::vector<std::filesystem::path>{std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "icons"});
    return {map, units_per_pixel, {std::shared_ptr<const text::FontSet>{}, &text::test_fonts()}, kIcons};
}

std::vector<PlacedSymbol> placed(const std::shared_ptr<const MapSnapshot>& map) {
    return placer(map).place(kWindow);
}

TEST(ProjectClusters, AreOneSymbolForProjectsOfSeveralSources) {
    const auto map = clustered(
        {badges(source_of({project(0, 0, "energy")}), 0), badges(source_of({project(10, 0, "ecology")}), 1)},
        {0, 1});
    const auto symbols = placed(map);
    ASSERT_THAT(symbols, SizeIs(1));
    ASSERT_TRUE(symbols[0].cluster);
    EXPECT_EQ(symbols[0].icons.at(0).image, "cluster/energy:1/ecology:1");
    EXPECT_NEAR(symbols[0].anchor.x, 5, 1e-9);
}

TEST(ProjectClusters, HideTheNamesOfTheirMembers) {
    const auto source =
        source_of({project(0, 0, "energy"), project(10, 0, "energy"), project(300, 0, "energy")});
    const auto symbols = placed(clustered({names(source, 0), badges(source, 0)}, {0}));
    std::multiset<std::uint32_t> singles;
    for (const PlacedSymbol& s : symbols) {
        if (!s.cluster) singles.insert(s.feature.index);
    }
    EXPECT_THAT(symbols, SizeIs(3));
    EXPECT_THAT(singles, ElementsAre(2, 2)) << "badge and name of the third";
}

TEST(ProjectClusters, LieOverAllOtherSymbols) {
    const auto map = clustered({badges(source_of({project(0, 0, "energy"), project(10, 0, "energy")}), 0),
                                badges(source_of({project(5, 0, "ecology")}), 1)},
                               {0});
    const auto symbols = placed(map);
    ASSERT_THAT(symbols, SizeIs(2));
    EXPECT_TRUE(symbols.back().cluster);
}

TEST(ProjectClusters, LeaveOutHiddenLayers) {
    auto hidden = badges(source_of({project(10, 0, "energy")}), 1);
    hidden.is_visible = false;
    const auto symbols = placed(clustered({badges(source_of({project(0, 0, "energy")}), 0), hidden}, {0, 1}));
    ASSERT_THAT(symbols, SizeIs(1));
    EXPECT_FALSE(symbols[0].cluster);
}

TEST(ProjectClusters, LeaveOutWhatAFilterHides) {
    const auto source = source_of({project(0, 0, "energy"), project(10, 0, "ecology")});
    const auto map = clustered({badges(source, 0, R"(, "filter": ["==", ["get", "theme"], "energy"])")}, {0});
    const auto symbols = placed(map);
    ASSERT_THAT(symbols, SizeIs(1));
    EXPECT_FALSE(symbols[0].cluster);
}

TEST(ProjectClusters, CountFiltersAtTheFloorOfTheZoom) {
    const auto source = source_of({project(0, 0, "energy"), project(1, 0, "ecology")});
    const auto map = clustered({badges(source, 0, R"(, "filter": [">=", ["zoom"], 16])")}, {0});
    EXPECT_THAT(map->clusters->tree(*map, 15.9, kNeverCancelled)->find(15, source->extent()), IsEmpty());
    EXPECT_THAT(map->clusters->tree(*map, 16.1, kNeverCancelled)->find(16, source->extent()), SizeIs(1));
}

TEST(ProjectClusters, ShareATreeBetweenZooms) {
    const auto map = clustered({badges(source_of({project(0, 0, "energy")}), 0)}, {0});
    EXPECT_EQ(map->clusters->tree(*map, 9, kNeverCancelled), map->clusters->tree(*map, 14, kNeverCancelled));
}

TEST(ProjectClusters, FallApartCloser) {
    const auto map =
        clustered({badges(source_of({project(0, 0, "energy"), project(30, 0, "energy")}), 0)}, {0});
    EXPECT_THAT(placer(map, 1).place(kWindow), SizeIs(1));
    EXPECT_THAT(placer(map, 0.2).place(kWindow), SizeIs(2));
}

TEST(ProjectClusters, DoNotDependOnTheWindow) {
    std::vector<TestFeature> many;
    for (int i = 0; i < 300; ++i) many.push_back(project(i * 37 % 900 - 450, i * 53 % 900 - 450, "energy"));
    const auto map = clustered({badges(source_of(many), 0)}, {0});
    auto whole = placer(map), part = placer(map);
    std::set<std::uint64_t> expected, found;
    for (const PlacedSymbol& s : whole.place(kWindow)) {
        if (s.anchor.x > 60 && s.anchor.x < 240 && s.anchor.y > 60 && s.anchor.y < 240) expected.insert(s.id);
    }
    for (const PlacedSymbol& s : part.place({40, 40, 220, 220})) {
        if (s.anchor.x > 60 && s.anchor.x < 240 && s.anchor.y > 60 && s.anchor.y < 240) found.insert(s.id);
    }
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(found, expected);
}

TEST(ProjectClusters, ArePickedBeforeWhatLiesBelow) {
    const auto map = clustered({badges(source_of({project(5, 0, "ecology")}), 1),
                                badges(source_of({project(0, 0, "energy"), project(10, 0, "energy")}), 0)},
                               {0});
    const auto picks = pick(*map, map->grid(1), placed(map), {5, 0});
    ASSERT_THAT(picks, SizeIs(2));
    EXPECT_TRUE(picks[0].cluster);
    EXPECT_EQ(picks[1].feature, (map::FeatureKey{1, 0}));
}

TEST(ProjectClusters, AreGivenUpWithThePlacing) {
    const auto map =
        clustered({badges(source_of({project(0, 0, "energy"), project(1, 0, "energy")}), 0)}, {0});
    const std::atomic<bool> cancelled{true};
    auto p = placer(map);
    EXPECT_THAT(p.place(kWindow, cancelled), IsEmpty());
    EXPECT_THAT(p.place(kWindow), SizeIs(1)) << "the next call begins anew";
}

}  // namespace
}  // namespace jinsha::scene
