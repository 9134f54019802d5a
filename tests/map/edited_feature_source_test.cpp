#include "map/edited_feature_source.hpp"

#include "map/made_places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::map {
namespace {

using testing::ElementsAre;

FeatureChange moved_to(const EditedFeatureSource& source, std::uint32_t index, double x, double y) {
    const FeatureStatePtr before = source.state(index);
    return {{0, index}, before, with_geometry(*before, point(x, y))};
}

FeatureChange added_at(const EditedFeatureSource& source, double x, double y) {
    FeatureState state{std::make_shared<const geo::Geometry>(point(x, y)), {}, {{"phase", {"planned"}}}};
    return {{0, source.next_index()}, nullptr, std::make_shared<const FeatureState>(std::move(state))};
}

constexpr geo::Envelope kAll{-100, -100, 100, 100};

TEST(EditedFeatureSource, IsItsBaseUntilSomethingIsEdited) {
    const EditedFeatureSource source{places()};
    EXPECT_EQ(source.size(), 3u);
    EXPECT_EQ(source.extent(), (geo::Envelope{0, 0, 20, 0}));
    EXPECT_THAT(found(source, kAll), ElementsAre(0, 1, 2));
    EXPECT_EQ(property(source, 1, "name"), style::Value{"大水井"});
}

TEST(EditedFeatureSource, FindsAMovedFeatureWhereItIsNowAndKeepsTheOrder) {
    const EditedFeatureSource before{places()};
    const std::vector changes{moved_to(before, 1, 50, 50)};
    const auto after = before.with(changes);
    EXPECT_GT(after->revision(), before.revision());
    EXPECT_THAT(found(*after, {5, -1, 15, 1}), ElementsAre());
    EXPECT_THAT(found(*after, {40, 40, 60, 60}), ElementsAre(1));
    EXPECT_THAT(found(*after, kAll), ElementsAre(0, 1, 2));
    EXPECT_THAT(found(before, {5, -1, 15, 1}), ElementsAre(1)) << "an older snapshot does not change";
    EXPECT_EQ(property(*after, 1, "name"), style::Value{"大水井"});
    EXPECT_THAT(changed_envelopes(changes),
                ElementsAre(geo::Envelope{10, 0, 10, 0}, geo::Envelope{50, 50, 50, 50}));
}

TEST(EditedFeatureSource, LeavesOutWhatWasDeletedAndShrinks) {
    const EditedFeatureSource before{places()};
    const auto after = before.with(std::vector<FeatureChange>{{{0, 2}, before.state(2), nullptr}});
    EXPECT_EQ(after->size(), 2u);
    EXPECT_EQ(after->extent(), (geo::Envelope{0, 0, 10, 0}));
    EXPECT_THAT(found(*after, kAll), ElementsAre(0, 1));
    EXPECT_FALSE(after->visit(2, [](const SourceFeature&) {}));
    EXPECT_EQ(after->state(2), nullptr);
    EXPECT_EQ(after->next_index(), 3u) << "its number is not given again";
}

TEST(EditedFeatureSource, NumbersAddedFeaturesBehindTheOthersAndTakesTheirFields) {
    const EditedFeatureSource before{places()};
    const auto after = before.with(std::vector{added_at(before, -5, 5)});
    EXPECT_EQ(after->size(), 4u);
    EXPECT_EQ(after->extent(), (geo::Envelope{-5, 0, 20, 5}));
    EXPECT_THAT(found(*after, kAll), ElementsAre(0, 1, 2, 3));
    EXPECT_EQ(property(*after, 3, "phase"), style::Value{"planned"});
    EXPECT_EQ(after->layer().fields.back(), (Field{"phase", "string"}));
}

TEST(EditedFeatureSource, StopsWhenTheVisitorHasEnough) {
    const EditedFeatureSource base{places()};
    const auto source = base.with(std::vector{moved_to(base, 0, 1, 1)});
    int visits = 0;
    source->visit(kAll, 0, [&](const SourceFeature&) { return ++visits < 1; });
    EXPECT_EQ(visits, 1);
}

TEST(EditedFeatureSource, TellsAbsentFromNull) {
    const EditedFeatureSource base{places()};
    EXPECT_EQ(base.state(1)->find("height"), nullptr);
    const auto after = base.with(std::vector<FeatureChange>{
        {{0, 1}, base.state(1), with_attributes(*base.state(1), {{"height", {}}})}});
    after->visit(1, [](const SourceFeature& feature) { EXPECT_TRUE(feature.has_property("height")); });
}

}  // namespace
}  // namespace jinsha::map
