#include "map/edit_session.hpp"

#include "map/made_places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace jinsha::map {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

EditSession session_of_places() {
    return EditSession{{{places(), "", "name"}, {places(), "is no GeoJSON", ""}}};
}

geo::MapPoint place_of(const EditSession& session, std::uint32_t index) {
    return session.source(0)->state(index)->geometry->points.front();
}

TEST(EditSession, MovesAndTakesItBack) {
    EditSession session = session_of_places();
    const auto edit = session.apply(MoveFeatures{{{0, 1}}, 3, 4});
    ASSERT_TRUE(edit);
    EXPECT_EQ(name_key((*edit)->kind), "edit.move");
    EXPECT_EQ((*edit)->subject, "大水井");
    EXPECT_EQ(place_of(session, 1), (geo::MapPoint{13, 4}));
    ASSERT_TRUE(session.undo());
    EXPECT_EQ(place_of(session, 1), (geo::MapPoint{10, 0}));
    ASSERT_TRUE(session.redo());
    EXPECT_EQ(place_of(session, 1), (geo::MapPoint{13, 4}));
    EXPECT_FALSE(session.redo());
}

TEST(EditSession, CountsAsSavedWhatWasThereWhenTheSaveBegan) {
    EditSession session = session_of_places();
    ASSERT_TRUE(session.apply(MoveFeatures{{{0, 1}}, 3, 4}));
    session.begin_save();
    ASSERT_TRUE(session.apply(MoveFeatures{{{0, 1}}, 3, 4}));
    EXPECT_EQ(session.history().unsaved(), 2u) << "a save that is under way may fail";
    session.end_save();
    EXPECT_EQ(session.history().unsaved(), 1u);
    session.undo();
    EXPECT_EQ(session.history().unsaved(), 0u);
}

TEST(EditSession, KnowsThatTheSavedStateIsLostBehindAnotherStep) {
    EditSession session = session_of_places();
    ASSERT_TRUE(session.apply(MoveFeatures{{{0, 1}}, 3, 4}));
    session.begin_save();
    session.undo();
    ASSERT_TRUE(session.apply(DeleteFeatures{{{0, 0}}}));
    session.end_save();
    EXPECT_EQ(session.history().unsaved(), 2u) << "one step back to where it was, one on";
    session.undo();
    EXPECT_EQ(session.history().unsaved(), 1u);
}

TEST(EditSession, TakesAnotherSourceInThePlaceOfOne) {
    EditSession session = session_of_places();
    session.replace(1, {places(), "", "name"});
    EXPECT_TRUE(session.apply(MoveFeatures{{{1, 1}}, 3, 4}));
}

TEST(EditSession, AddsDeletesAndDuplicates) {
    EditSession session = session_of_places();
    ASSERT_TRUE(
        session.apply(AddFeatures{0, {{point(1, 1), {}, {{"name", {"新项目"}}}}, {point(2, 2), {}, {}}}}));
    ASSERT_TRUE(session.apply(DuplicateFeatures{{{0, 0}, {0, 3}}, 5, 5}));
    ASSERT_TRUE(session.apply(DeleteFeatures{{{0, 0}}}));
    EXPECT_EQ(session.source(0)->size(), 6u);
    EXPECT_EQ(place_of(session, 5), (geo::MapPoint{5, 5}));
    EXPECT_TRUE(session.source(0)->state(5)->id.is_null()) << "an id belongs to one feature";
    EXPECT_EQ(property(*session.source(0), 6, "name"), style::Value{"新项目"});
    for (int i = 0; i < 3; ++i) session.undo();
    EXPECT_EQ(session.source(0)->size(), 3u);
    EXPECT_THAT(found(*session.source(0), {-100, -100, 100, 100}), ElementsAre(0, 1, 2));
}

TEST(EditSession, SetsAttributesOfManyFeaturesInOneStep) {
    EditSession session = session_of_places();
    ASSERT_TRUE(session.apply(SetAttributes{{{0, 0}, {0, 2}}, {{"phase", {"planned"}}, {"height", {}}}}));
    EXPECT_EQ(property(*session.source(0), 2, "phase"), style::Value{"planned"});
    EXPECT_TRUE(property(*session.source(0), 0, "height").is_null());
    session.undo();
    EXPECT_EQ(property(*session.source(0), 0, "height"), style::Value{1020.0});
}

TEST(EditSession, PutsPointsWhereTheFileCanHoldThem) {
    EditSession session{{{places(), "", "", [](geo::MapPoint p) {
                              return geo::MapPoint{std::round(p.x), std::round(p.y)};
                          }}}};
    ASSERT_TRUE(session.apply(MoveFeatures{{{0, 0}}, 0.4, 7.6}));
    EXPECT_EQ(place_of(session, 0), (geo::MapPoint{0, 8}));
}

TEST(EditSession, SaysWhyItChangesNothing) {
    EditSession session = session_of_places();
    EXPECT_THAT(session.apply(MoveFeatures{{{1, 0}}, 1, 1}).error().message(),
                HasSubstr("places: cannot be edited: is no GeoJSON"));
    EXPECT_THAT(session.apply(AddFeatures{1, {}}).error().message(), HasSubstr("cannot be edited"));
    EXPECT_THAT(session.apply(DeleteFeatures{{{0, 0}, {0, 9}}}).error().message(),
                HasSubstr("places: there is no feature 10"));
    EXPECT_EQ(session.source(0)->size(), 3u);
    EXPECT_EQ(session.history().unsaved(), 0u);
    EXPECT_FALSE(session.undo());
}

TEST(EditSession, CountsTheStepsFromTheSavedState) {
    EditSession session = session_of_places();
    const auto step = [&] { ASSERT_TRUE(session.apply(MoveFeatures{{{0, 0}}, 1, 0})); };
    step();
    step();
    EXPECT_EQ(session.history().unsaved(), 2u);
    session.mark_saved();
    EXPECT_EQ(session.history().unsaved(), 0u);
    session.undo();
    EXPECT_EQ(session.history().unsaved(), 1u) << "saved steps can be taken back";
    step();
    EXPECT_EQ(session.history().unsaved(), 2u) << "one back, one another way";
    session.undo();
    EXPECT_EQ(session.history().unsaved(), 1u) << "the saved state cannot be reached by repeating";
    EXPECT_EQ(session.history().next_redo()->kind, EditKind::MoveFeatures);
}

TEST(EditSession, AddsAndReplacesInOneStep) {
    EditSession session = session_of_places();
    AddFeatures command{0, {{point(9, 9), {}, {{"name", {std::string{"新"}}}}}}};
    command.replaced.push_back({0, {point(7, 7), {}, {{"name", {std::string{"换"}}}}}});
    const auto id = session.source(0)->state(0)->id;
    const std::size_t before = session.source(0)->size();
    ASSERT_TRUE(session.apply(command));
    EXPECT_EQ(session.source(0)->size(), before + 1);
    EXPECT_EQ(*session.source(0)->state(0)->find("name")->text(), "换");
    EXPECT_EQ(session.source(0)->state(0)->id, id);
    ASSERT_TRUE(session.undo());
    EXPECT_EQ(session.source(0)->size(), before);
    EXPECT_NE(*session.source(0)->state(0)->find("name")->text(), "换");
}

}  // namespace
}  // namespace jinsha::map
