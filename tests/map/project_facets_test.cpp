#include "map/project_facets.hpp"

#include "map/memory_feature_source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace jinsha::map {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using Attributes = MemoryFeatureSourceBuilder::Attributes;

constexpr const char* kDocument = R"({
  "version": 8,
  "metadata": {"jinsha:projects": {"sources": ["park", "lake"], "themeField": "theme", "phaseField": "phase",
    "outlines": {"source": "areas", "field": "project"}}},
  "sources": {"park": {"type": "geojson", "data": "a"}, "lake": {"type": "geojson", "data": "b"},
    "areas": {"type": "geojson", "data": "c"}, "roads": {"type": "geojson", "data": "d"}},
  "layers": []
})";

struct Project {
    std::string id, theme, phase, transformation;
};

style::Value text(const std::string& value) {
    return style::Value{value};
}

void add(MemoryFeatureSourceBuilder& builder, const std::string& id, const Attributes& attributes) {
    const std::array<geo::MapPoint, 1> at{{{0, 0}}};
    const std::array<std::uint32_t, 1> ends{1};
    builder.add({geo::GeometryType::Point, at, ends}, style::Value{id}, attributes);
}

std::shared_ptr<const FeatureSource> projects(const std::vector<Project>& list) {
    MemoryFeatureSourceBuilder builder;
    for (const Project& project : list) {
        add(builder, project.id,
            {{"theme", text(project.theme)},
             {"phase", text(project.phase)},
             {"transformation", text(project.transformation)}});
    }
    return builder.build({"test", "Point", {}, {}, {}});
}

std::shared_ptr<const FeatureSource> areas() {
    MemoryFeatureSourceBuilder builder;
    add(builder, "mill/outline", {{"project", text("mill")}});
    add(builder, "dam/outline", {{"project", text("dam")}});
    add(builder, "meadow", {});
    return builder.build({"test", "Polygon", {}, {}, {}});
}

LoadedMap sample_map() {
    auto document = parse_map_document(kDocument, "town.map.json");
    EXPECT_TRUE(document);
    LoadedMap map{std::move(*document), geo::Crs::wgs84(), ZoomScale{0, 1}, {}, {}, {}, {}, {}};
    map.sources.push_back({"park", "park",
                           projects({{"mill", "industry", "completed", "growth"},
                                     {"solar", "energy", "planned", "growth"},
                                     {"school", "public-service", "planned", "services"}}),
                           0});
    map.sources.push_back({"lake", "lake", projects({{"dam", "energy", "completed", "city"}}), 0});
    map.sources.push_back({"areas", "areas", areas(), 0});
    map.sources.push_back({"roads", "roads", projects({{"road", "energy", "planned", ""}}), 0});
    return map;
}

FacetCounts count(const ProjectFilter& filter) {
    return ProjectFacets::of(sample_map(), std::atomic<bool>{false}).count(filter);
}

std::vector<std::uint32_t> numbers(const FeatureSource& source) {
    std::vector<std::uint32_t> numbers;
    source.visit(source.extent(), 0, [&](const SourceFeature& feature) {
        numbers.push_back(feature.index());
        return true;
    });
    return numbers;
}

TEST(ProjectFacets, CountTheProjectsOfAllTheirSourcesAndNothingElse) {
    const FacetCounts counts = count({});
    EXPECT_EQ(counts.all, 4u);
    EXPECT_EQ(counts.shown, 4u);
    EXPECT_THAT(counts.themes,
                ElementsAre(Pair("energy", 2), Pair("industry", 1), Pair("public-service", 1)));
    EXPECT_THAT(counts.transformations, ElementsAre(Pair("city", 1), Pair("growth", 2), Pair("services", 1)));
}

TEST(ProjectFacets, CountEachKindWithinWhatTheOtherKindsLetThrough) {
    const FacetCounts counts = count({.themes = {"energy"}, .phases = {"planned"}, .transformation = {}});
    EXPECT_EQ(counts.shown, 1u);
    EXPECT_THAT(counts.themes,
                ElementsAre(Pair("energy", 1), Pair("industry", 0), Pair("public-service", 1)));
    EXPECT_THAT(counts.phases, ElementsAre(Pair("completed", 1), Pair("planned", 1)));
}

TEST(ProjectFacets, AWordThatTheDataDoNotHaveShowsNothing) {
    EXPECT_EQ(count({.themes = {"mining"}, .phases = {}, .transformation = {}}).shown, 0u);
}

TEST(ProjectFilter, HoldsBackProjectsAndLeavesTheirOutlinesAndTheRestAlone) {
    const LoadedMap map = sample_map();
    const auto sources = filtered_sources(map, {.themes = {"energy"}, .phases = {}, .transformation = {}});
    ASSERT_EQ(sources.size(), 4u);
    EXPECT_THAT(numbers(*sources[0]), ElementsAre(1u));
    EXPECT_THAT(numbers(*sources[1]), ElementsAre(0u));
    EXPECT_EQ(sources[2], nullptr);  // outlines are areas and water, which stay
    EXPECT_EQ(sources[3], nullptr);
}

TEST(ProjectFilter, WithoutOneAllSourcesAreThemselves) {
    EXPECT_THAT(filtered_sources(sample_map(), {}), IsEmpty());
    LoadedMap map = sample_map();
    map.document.projects.reset();
    EXPECT_THAT(filtered_sources(map, {.themes = {"energy"}, .phases = {}, .transformation = {}}), IsEmpty());
}

}  // namespace
}  // namespace jinsha::map
