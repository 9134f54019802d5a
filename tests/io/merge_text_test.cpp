#include "io/merge_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

namespace jinsha::io {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string feature(const std::string& id, const std::string& name) {
    const std::string id_member = id.empty() ? "" : R"("id": )" + id + ", ";
    return R"({"type": "Feature", )" + id_member + R"("properties": {"name": ")" + name +
           R"("}, "geometry": null})";
}

std::string collection(const std::vector<std::string>& features) {
    std::string list;
    for (const std::string& each : features) list += (list.empty() ? "\n" : ",\n") + each;
    return R"({"type": "FeatureCollection", "features": [)" + list + "\n]}\n";
}

const std::string kA = feature("1", "a"), kB = feature("2", "b"), kC = feature("3", "c");

/// The session knows a, b and c as features 0, 1 and 2.
Merged merge(const std::vector<std::string>& theirs, const std::vector<TextChange>& ours,
             const std::map<std::uint32_t, MergeChoice>& choices = {}) {
    const auto known = GeoJsonText::from(collection({kA, kB, kC}));
    const auto text = GeoJsonText::from(collection(theirs));
    return merge_texts(*known, {0, 1, 2}, *text, ours, choices);
}

const std::string kMine = feature("2", "mine"), kTheirs = feature("2", "theirs");
const TextChange kEdit{1, 1, kMine}, kDeletion{1, 1, std::nullopt};

TEST(MergeTexts, TakesWhatOnlyOneSideHasChanged) {
    const std::string their_a = feature("1", "their a");
    const Merged merged = merge({their_a, kB, kC}, {kEdit});
    EXPECT_EQ(merged.text, collection({their_a, kMine, kC}));
    EXPECT_THAT(merged.features, ElementsAre(0, 1, 2));
}

TEST(MergeTexts, FindsFeaturesAgainWhereverTheyStand) {
    const Merged merged = merge({kC, feature("9", "new"), kB, kA}, {kEdit});
    EXPECT_EQ(merged.text, collection({kC, feature("9", "new"), kMine, kA}));
    EXPECT_THAT(merged.features, ElementsAre(2, std::nullopt, 1, 0));
}

TEST(MergeTexts, AddsBehindWhatOthersAdded) {
    const std::string added = feature("4", "d");
    const Merged merged = merge({kA, kB, kC, feature("9", "new")}, {{7, std::nullopt, added}});
    EXPECT_EQ(merged.text, collection({kA, kB, kC, feature("9", "new"), added}));
    EXPECT_THAT(merged.features, ElementsAre(0, 1, 2, std::nullopt, 7));
}

TEST(MergeTexts, DeletesWhatIsStillThere) {
    EXPECT_EQ(merge({kA, kB, kC}, {kDeletion}).text, collection({kA, kC}));
    EXPECT_EQ(merge({kA, kC}, {kDeletion}).text, collection({kA, kC}));
}

TEST(MergeTexts, AsksWhereBothSidesChangedAFeature) {
    for (const TextChange& ours : {kEdit, kDeletion}) {
        const Merged merged = merge({kA, kTheirs, kC}, {ours});
        EXPECT_THAT(merged.conflicts, ElementsAre(1));
        EXPECT_EQ(merged.text, "");
    }
    EXPECT_THAT(merge({kA, kC}, {kEdit}).conflicts, ElementsAre(1)) << "they deleted it";
    EXPECT_THAT(merge({kA, kMine, kC}, {kEdit}).conflicts, IsEmpty()) << "both made the same of it";
}

TEST(MergeTexts, DoesAsItIsTold) {
    const auto chosen = [](MergeChoice choice, const TextChange& ours, const std::string& theirs) {
        return merge({kA, theirs, kC}, {ours}, {{1, choice}}).text;
    };
    EXPECT_EQ(chosen(MergeChoice::Mine, kEdit, kTheirs), collection({kA, kMine, kC}));
    EXPECT_EQ(chosen(MergeChoice::Theirs, kEdit, kTheirs), collection({kA, kTheirs, kC}));
    EXPECT_EQ(chosen(MergeChoice::Both, kEdit, kTheirs), collection({kA, kTheirs, kC, feature("", "mine")}));
    EXPECT_EQ(chosen(MergeChoice::Mine, kDeletion, kTheirs), collection({kA, kC}));
    EXPECT_EQ(chosen(MergeChoice::Theirs, kDeletion, kTheirs), collection({kA, kTheirs, kC}));
    EXPECT_EQ(merge({kA, kC}, {kEdit}, {{1, MergeChoice::Mine}}).text, collection({kA, kC, kMine}));
    EXPECT_EQ(merge({kA, kC}, {kEdit}, {{1, MergeChoice::Theirs}}).text, collection({kA, kC}));
}

TEST(MergeTexts, GoesByTextAndPlaceWithoutIds) {
    const std::string a = feature("", "a"), b = feature("", "b"), c = feature("", "c"),
                      mine = feature("", "mine");
    const auto known = GeoJsonText::from(collection({a, b, c}));
    const auto moved = GeoJsonText::from(collection({b, a}));
    EXPECT_EQ(merge_texts(*known, {0, 1, 2}, *moved, {{1, 1, mine}}, {}).text, collection({mine, a}));
    const auto changed = GeoJsonText::from(collection({a, feature("", "theirs"), c}));
    EXPECT_THAT(merge_texts(*known, {0, 1, 2}, *changed, {{1, 1, mine}}, {}).conflicts, ElementsAre(1));
}

TEST(MergeTexts, TrustsNoIdThatIsThereTwice) {
    const auto known = GeoJsonText::from(collection({kA, feature("1", "twin"), kC}));
    const auto theirs = GeoJsonText::from(collection({feature("1", "twin"), kA, feature("3", "their c")}));
    const std::string mine = feature("1", "mine");
    EXPECT_EQ(merge_texts(*known, {0, 1, 2}, *theirs, {{0, 0, mine}}, {}).text,
              collection({feature("1", "twin"), mine, feature("3", "their c")}));
}

}  // namespace
}  // namespace jinsha::io
