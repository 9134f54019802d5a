#include "map/memory_feature_source.hpp"

#include "map/made_places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::map {
namespace {

using testing::ElementsAre;

TEST(MemoryFeatureSource, FindsFeaturesByBoxInTheOrderOfTheirNumbers) {
    const auto source = places();
    EXPECT_EQ(source->size(), 3u);
    EXPECT_EQ(source->extent(), (geo::Envelope{0, 0, 20, 0}));
    EXPECT_THAT(found(*source, {-1, -1, 30, 1}), ElementsAre(0, 1, 2));
    EXPECT_THAT(found(*source, {5, -1, 15, 1}), ElementsAre(1));
    EXPECT_THAT(found(*source, {}), ElementsAre());
}

TEST(MemoryFeatureSource, StopsWhenTheVisitorHasEnough) {
    int visited = 0;
    places()->visit({-1, -1, 30, 1}, 0, [&](const SourceFeature&) { return ++visited < 2; });
    EXPECT_EQ(visited, 2);
}

TEST(MemoryFeatureSource, KeepsValuesOfEveryKindAndNullWhereThereIsNone) {
    const auto source = places();
    EXPECT_EQ(std::get<std::string>(property(*source, 2, "name").data), "格里坪");
    EXPECT_EQ(std::get<double>(property(*source, 2, "height").data), 1110.5);
    EXPECT_EQ(std::get<bool>(property(*source, 2, "is_open").data), true);
    EXPECT_TRUE(property(*source, 1, "height").is_null());
    EXPECT_TRUE(property(*source, 0, "is_open").is_null());
    EXPECT_TRUE(property(*source, 0, "no such field").is_null());
}

TEST(MemoryFeatureSource, NamesItsFieldsWithTheTypeOfTheFirstValue) {
    EXPECT_THAT(places()->layer().fields,
                ElementsAre(Field{"name", "string"}, Field{"height", "real"}, Field{"is_open", "boolean"}));
}

TEST(MemoryFeatureSource, KeepsIdsAsTheyWere) {
    places()->visit(0, [](const SourceFeature& f) { EXPECT_EQ(std::get<std::string>(f.id().data), "a"); });
    places()->visit(1, [](const SourceFeature& f) { EXPECT_EQ(std::get<double>(f.id().data), 2); });
    places()->visit(2, [](const SourceFeature& f) { EXPECT_TRUE(f.id().is_null()); });
}

bool has(const FeatureSource& source, std::uint32_t index, std::string_view name) {
    bool result = false;
    source.visit(index, [&](const SourceFeature& feature) { result = feature.has_property(name); });
    return result;
}

TEST(MemoryFeatureSource, TellsNullFromMissing) {
    MemoryFeatureSourceBuilder builder;
    builder.add(point(0, 0).view(), {}, {{"height", {}}});
    builder.add(point(1, 0).view(), {}, {});
    const auto source = builder.build({});
    EXPECT_TRUE(has(*source, 0, "height"));
    EXPECT_FALSE(has(*source, 1, "height"));
    EXPECT_FALSE(has(*source, 0, "no such field"));
    source->visit(0, [](const SourceFeature& f) { EXPECT_EQ(f.properties().size(), 1u); });
    source->visit(1, [](const SourceFeature& f) { EXPECT_EQ(f.properties().size(), 0u); });
}

TEST(MemoryFeatureSource, FillsFieldsThatARowDoesNotGive) {
    MemoryFeatureSourceBuilder builder;
    builder.set_fields({{"name", "string"}, {"height", "real"}});
    builder.add_row(point(0, 0).view(), {1.0}, {{"格里坪"}});
    builder.add_row(point(1, 0).view(), {2.0}, {{"大水井"}, {1110.0}});
    const auto source = builder.build({});
    EXPECT_FALSE(has(*source, 0, "height"));
    EXPECT_EQ(std::get<double>(property(*source, 1, "height").data), 1110);
}

TEST(MemoryFeatureSource, LendsTexts) {
    places()->visit(2, [](const SourceFeature& f) {
        EXPECT_EQ(f.text_property("name"), "格里坪");
        EXPECT_EQ(f.text_property("height"), std::nullopt);
        EXPECT_EQ(f.text_property("no such field"), std::nullopt);
    });
}

TEST(MemoryFeatureSource, KnowsNoFeaturePastItsLast) {
    EXPECT_FALSE(places()->visit(3, [](const SourceFeature&) {}));
}

TEST(MemoryFeatureSource, GivesEveryFeatureItsOwnParts) {
    MemoryFeatureSourceBuilder builder;
    builder.add(point(1, 1).view(), {}, {});
    const geo::Geometry lines{geo::GeometryType::Line, {{0, 0}, {1, 0}, {5, 5}, {6, 5}, {7, 5}}, {2, 5}};
    builder.add(lines.view(), {}, {});
    const auto source = builder.build({});
    source->visit(1, [](const SourceFeature& feature) {
        const geo::GeometryView geometry = feature.geometry();
        ASSERT_EQ(geometry.part_count(), 2u);
        EXPECT_EQ(geometry.part(1).size(), 3u);
        EXPECT_EQ(geometry.part(1)[2], (geo::MapPoint{7, 5}));
    });
}

TEST(MemoryFeatureSource, HoldsNothingWhenNothingWasAdded) {
    const auto source = MemoryFeatureSourceBuilder{}.build({.name = "empty"});
    EXPECT_EQ(source->size(), 0u);
    EXPECT_TRUE(source->extent().is_empty());
    EXPECT_THAT(found(*source, {-1e9, -1e9, 1e9, 1e9}), ElementsAre());
}

}  // namespace
}  // namespace jinsha::map
