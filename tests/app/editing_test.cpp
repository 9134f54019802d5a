#include "app/editing.hpp"

#include "app/sample_copy.hpp"
#include "io/open_map.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

namespace jinsha::app {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kDocument = R"({"version": 8, "name": "Test",
  "metadata": {"jinsha:version": 1, "jinsha:crs": "EPSG:4543"},
  "sources": {"towns": {"type": "geojson", "data": "towns.geojson"},
    "drawn": {"type": "geojson", "data": {"type": "FeatureCollection", "features": [{"type": "Feature",
      "properties": {}, "geometry": {"type": "Point", "coordinates": [101.5, 26.5]}}]}}},
  "layers": [{"id": "towns", "type": "circle", "source": "towns"}, {"id": "drawn", "type": "circle", "source": "drawn"}]})";
constexpr const char* kTowns = R"({"type": "FeatureCollection", "features": [
  {"type": "Feature", "id": 1, "properties": {"name": "甲"}, "geometry": {"type": "Point", "coordinates": [101.6, 26.5]}},
  {"type": "Feature", "id": 2, "properties": {"name": "乙"}, "geometry": {"type": "Point", "coordinates": [101.7, 26.6]}}
]}
)";

std::string content_of(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

/// A map of one file that can be edited and one source that cannot, and windows on it.
class EditingTest : public testing::Test {
protected:
    EditingTest() {
        map_ = folder_.write("town.map.json", kDocument);
        towns_ = folder_.write("towns.geojson", kTowns);
    }

    /// Another window on the map.
    struct Window {
        MapSession session;
        Editing editing;

        Window(OpenedMap opened, Editing::Setup setup)
            : session{std::move(opened), 1, 1}, editing{session, std::move(setup)} {}
        Editing::News finish() {
            Editing::News all;
            while (editing.is_indexing() || editing.is_saving() || !editing.is_recorded()) {
                Editing::News news = editing.take_news();
                std::ranges::move(news.save_errors, std::back_inserter(all.save_errors));
                std::ranges::move(news.left, std::back_inserter(all.left));
                std::ranges::move(news.conflicts, std::back_inserter(all.conflicts));
                all.has_others = all.has_others || news.has_others;
                std::this_thread::sleep_for(std::chrono::milliseconds{1});
            }
            return all;
        }
    };
    std::unique_ptr<Window> open() {
        auto map = io::open_map(map_, {});
        EXPECT_TRUE(map) << map.error().message();
        const auto wgs84 = geo::Crs::wgs84();
        auto from_wgs84 = geo::CrsTransform::between(wgs84, map->crs);
        OpenedMap opened{*std::move(map), *std::move(from_wgs84), {}, "", {}, map_};
        opened.groups = layer_groups(opened.map);
        return std::make_unique<Window>(std::move(opened),
                                        Editing::Setup{folder_.path() / "journals", [] {}});
    }
    static map::EditCommand rename(std::uint32_t feature, const std::string& name) {
        return map::SetAttributes{{{0, feature}}, {{"name", style::Value{name}}}};
    }
    static std::string replaced(std::string text, const std::string& from, const std::string& to) {
        return text.replace(text.find(from), from.size(), to);
    }

    TemporaryFolder folder_;
    fs::path map_, towns_;
};

TEST_F(EditingTest, SavesWhatWasEditedAndNothingElse) {
    const auto window = open();
    ASSERT_TRUE(window->editing.apply(rename(1, "新乙")));
    EXPECT_EQ(window->editing.unsaved(), 1u);
    window->editing.save();
    EXPECT_THAT(window->finish().save_errors, IsEmpty());
    EXPECT_EQ(window->editing.unsaved(), 0u);
    EXPECT_EQ(content_of(towns_), replaced(kTowns, "乙", "新乙"));
}

/// While one is there, rights count as for everybody, also for the superuser who runs the test.
class OrdinaryRights {
public:
    OrdinaryRights() { is_changed_ = ::geteuid() == 0 && ::setreuid(65534, 0) == 0; }
    ~OrdinaryRights() {
        if (is_changed_ && ::setreuid(0, 0) != 0) std::abort();
    }
    OrdinaryRights(const OrdinaryRights&) = delete;
    OrdinaryRights& operator=(const OrdinaryRights&) = delete;

private:
    bool is_changed_{};
};

TEST_F(EditingTest, TellsThatAFileIsReadOnlyBeforeAnEditAndTakesItWhenItIsNoLonger) {
    fs::permissions(towns_, fs::perms::owner_read);
    fs::permissions(folder_.path(), fs::perms::all);
    std::unique_ptr<Window> window;
    {
        const OrdinaryRights rights;
        window = open();
        window->finish();
        EXPECT_EQ(window->editing.refusal(0), (Refusal{"editing.read_only", "towns.geojson", 0}));
        const auto refused = window->editing.apply(rename(0, "丙"));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().key, "editing.read_only");
    }
    fs::permissions(towns_, fs::perms::owner_read | fs::perms::owner_write);
    ASSERT_TRUE(window->editing.apply(rename(0, "丙")));
    EXPECT_EQ(window->editing.refusal(0).key, "");
}

TEST_F(EditingTest, TakesStepsBackAlsoAfterSaving) {
    const auto window = open();
    ASSERT_TRUE(window->editing.apply(rename(0, "丙")));
    window->editing.save();
    window->finish();
    ASSERT_TRUE(window->editing.undo());
    EXPECT_EQ(window->editing.unsaved(), 1u);
    window->editing.save();
    window->finish();
    EXPECT_EQ(content_of(towns_), kTowns);
    EXPECT_FALSE(window->editing.undo());
    ASSERT_TRUE(window->editing.redo());
}

TEST_F(EditingTest, SaysWhyASourceCannotBeEdited) {
    const auto window = open();
    window->finish();
    EXPECT_EQ(window->editing.refusal(0).key, "");
    EXPECT_EQ(window->editing.refusal(1).key, "editing.inline");
    const auto refused = window->editing.apply(map::DeleteFeatures{{{1, 0}}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "editing.inline");
    EXPECT_EQ(refused.error().place, 1u);
}

TEST_F(EditingTest, ALookLeavesNoTraces) {
    { open()->finish(); }
    EXPECT_FALSE(fs::exists(folder_.path() / "journals"));
    EXPECT_FALSE(fs::exists(folder_.path() / ".towns.geojson.editing"));
}

TEST_F(EditingTest, ASecondWindowMayLookAndSaysWhoEdits) {
    const auto first = open();
    ASSERT_TRUE(first->editing.apply(rename(0, "丙")));
    first->finish();
    const auto second = open();
    const auto refused = second->editing.apply(rename(1, "丁"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "editing.held");
    EXPECT_THAT(refused.error().detail, HasSubstr(std::to_string(::getpid())));
    EXPECT_EQ(second->editing.unsaved(), 0u);
}

TEST_F(EditingTest, OffersTheEditsOfAWindowThatEndedWithoutSaving) {
    {
        const auto lost = open();
        ASSERT_TRUE(lost->editing.apply(rename(0, "丙")));
        ASSERT_TRUE(lost->editing.apply(map::DeleteFeatures{{{0, 1}}}));
        lost->finish();
    }
    const auto window = open();
    window->finish();
    ASSERT_THAT(window->editing.found_edits(), SizeIs(2));
    EXPECT_EQ(window->editing.apply(rename(0, "丁")).error().key, "editing.undecided");
    EXPECT_THAT(window->editing.take_up_found(), SizeIs(2));
    EXPECT_EQ(window->editing.unsaved(), 2u);
    EXPECT_EQ(window->editing.session().source(0)->size(), 1u);
    window->editing.save();
    window->finish();
    EXPECT_THAT(content_of(towns_), HasSubstr("丙"));
    EXPECT_THAT(content_of(towns_), testing::Not(HasSubstr("乙")));
}

TEST_F(EditingTest, ForgetsEditsThatWereDiscardedOrGivenUp) {
    const auto lose = [&](bool discards) {
        const auto window = open();
        window->finish();
        window->editing.give_up_found();
        ASSERT_TRUE(window->editing.apply(rename(0, "丙")));
        if (discards) window->editing.discard();
    };
    lose(true);
    EXPECT_THAT(content_of(towns_), kTowns);
    lose(false);
    const auto window = open();
    window->finish();
    EXPECT_THAT(window->editing.found_edits(), SizeIs(1));
    window->editing.give_up_found();
    EXPECT_TRUE(window->editing.apply(rename(0, "丁")));
    window->editing.discard();
}

TEST_F(EditingTest, PutsAsideEditsThatFitTheFileNoLonger) {
    {
        const auto lost = open();
        ASSERT_TRUE(lost->editing.apply(rename(0, "丙")));
    }
    folder_.write("towns.geojson", replaced(kTowns, "26.5", "26.55"));
    const auto window = open();
    const auto news = window->finish();
    ASSERT_THAT(news.left, SizeIs(1));
    EXPECT_TRUE(fs::exists(news.left[0].put_aside)) << news.left[0].put_aside;
    EXPECT_THAT(news.left[0].why, HasSubstr("changed after the edits"));
    EXPECT_TRUE(window->editing.apply(rename(0, "丁")));
    window->editing.discard();
}

TEST_F(EditingTest, TellsItsOwnSavesFromChangesByOthers) {
    const auto window = open();
    ASSERT_TRUE(window->editing.apply(rename(0, "丙")));
    window->editing.save();
    window->finish();
    EXPECT_THAT(window->editing.changed_by_others({towns_}), IsEmpty());
    folder_.write("towns.geojson", "{}");
    EXPECT_THAT(window->editing.changed_by_others({towns_, map_}), ElementsAre(towns_, map_));
}

TEST_F(EditingTest, KeepsTheEditsWhenAFileCannotBeWritten) {
    const auto window = open();
    ASSERT_TRUE(window->editing.apply(rename(0, "丙")));
    window->finish();
    folder_.write("towns.geojson", "{}");
    window->editing.save();
    const auto news = window->finish();
    ASSERT_THAT(news.save_errors, SizeIs(1));
    EXPECT_EQ(window->editing.unsaved(), 1u);
    EXPECT_TRUE(window->editing.has_unsaved(towns_));
    EXPECT_EQ(content_of(towns_), "{}") << "nobody's changes are lost";
}

TEST_F(EditingTest, AsksWhoseFeatureIsKeptAndTakesInTheOthers) {
    const auto window = open();
    ASSERT_TRUE(window->editing.apply(rename(0, "mine")));
    const std::string theirs = replaced(replaced(kTowns, "甲", "theirs"), "乙", "their second");
    folder_.write("towns.geojson", theirs);
    window->editing.save();
    EXPECT_THAT(window->finish().conflicts, ElementsAre(map::FeatureKey{0, 0}));
    EXPECT_EQ(window->editing.unsaved(), 1u);
    window->editing.choose({0, 0}, io::MergeChoice::Mine);
    window->editing.save();
    EXPECT_TRUE(window->finish().has_others);
    EXPECT_EQ(window->editing.unsaved(), 0u);
    EXPECT_EQ(content_of(towns_), replaced(theirs, "theirs", "mine"));
    EXPECT_EQ(window->editing.refusal(0).key, "editing.reading") << "until the map is read again";
}

TEST_F(EditingTest, CopiesTheSampleBesideEarlierCopies) {
    const TemporaryFolder home;
    ::setenv("HOME", home.path().c_str(), 1);
    ::setenv("XDG_CONFIG_HOME", (home.path() / ".config").c_str(), 1);
    EXPECT_TRUE(is_sample(map_, map_));
    const auto first = copy_sample(map_);
    const auto second = copy_sample(map_);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(*first, usual_sample_copy(map_));
    EXPECT_NE(*first, *second);
    EXPECT_FALSE(is_sample(*first, map_));
    EXPECT_EQ(content_of(second->parent_path() / "towns.geojson"), kTowns);
}

}  // namespace
}  // namespace jinsha::app
