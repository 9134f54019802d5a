#include "io/journal.hpp"

#include "io/editing_lock.hpp"
#include "io/open_file.hpp"
#include "io/recovery.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kFile =
    R"({"type":"FeatureCollection","features":[)"
    R"({"type":"Feature","properties":{"name":"坏"},"geometry":{"type":"Point","coordinates":[1]}},)"
    R"({"type":"Feature","id":"a","properties":{"name":"甲","area":1.5},"geometry":{"type":"Point","coordinates":[101.6,26.5]}},)"
    R"({"type":"Feature","properties":{"name":"乙"},"geometry":{"type":"Point","coordinates":[101.7,26.6]}}]})";

/// A session with a journal, as the window has it.
class JournaledSession {
public:
    explicit JournaledSession(const TemporaryFolder& folder)
        : open{folder.path() / "a.geojson"},
          journal{Journal::open(folder.path() / "state" / "a.journal").value()} {
        const JournalBegin begin = open.file->journal_begin();
        recovered = recover(journal->found(), begin, *open.session->source(0), 0);
    }
    void begin() { last = journal->restart(open.file->journal_begin()); }
    void take_recovered() {
        for (map::Edit& edit : *recovered) open.session->repeat(std::move(edit));
        journal->append(JournalResume{open.file->journal_begin()});
    }
    void apply(const map::EditCommand& command) {
        const map::Edit& edit = *open.session->apply(command).value();
        last = journal->append(step_of(std::string{map::name_key(edit.kind)}, edit.subject, edit.changes));
        ASSERT_TRUE(journal->wait(last));
    }
    void undo() { last = journal->append(step_of("edit.undo", "", *open.session->undo())); }
    [[nodiscard]] std::string save() {
        const auto saved = open.file->save(open.session->source(0), journal.get());
        return saved ? "" : saved.error().message();
    }
    [[nodiscard]] std::string name(std::uint32_t feature) const {
        const auto state = open.session->source(0)->state(feature);
        return state ? *state->find("name")->text() : "none";
    }

    OpenFile open;
    std::unique_ptr<Journal> journal;
    Result<std::vector<map::Edit>> recovered;
    std::uint64_t last{};
};

class JournalTest : public ::testing::Test {
protected:
    JournalTest() { folder.write("a.geojson", kFile); }
    /// Puts back what a killed process leaves: the journal as it was, whatever a closing program does to it.
    void restore(const std::string& journal) { folder.write("state/a.journal", journal); }
    [[nodiscard]] std::string journal_text() const {
        return content_of(folder.path() / "state" / "a.journal");
    }
    TemporaryFolder folder;
};

TEST_F(JournalTest, BringsBackTheEditsThatWereNotSaved) {
    {
        JournaledSession session{folder};
        session.begin();
        session.apply(map::SetAttributes{{{0, 1}}, {{"name", {"丙"}}, {"phase", {}}}});
        session.apply(map::MoveFeatures{{{0, 0}}, 100, -50});
        session.apply(
            map::AddFeatures{0, {{point(session.open.at(101, 26)), {7.0}, {{"name", {"新项目"}}}}}});
        session.apply(map::DeleteFeatures{{{0, 1}}});
    }
    JournaledSession session{folder};
    ASSERT_TRUE(session.recovered) << session.recovered.error().message();
    ASSERT_THAT(*session.recovered, SizeIs(4));
    EXPECT_EQ((*session.recovered)[1].kind, map::EditKind::MoveFeatures);
    EXPECT_EQ((*session.recovered)[1].subject, "甲");
    const auto before = session.open.session->source(0)->state(0)->geometry->points[0];
    session.take_recovered();
    const auto after = session.open.session->source(0)->state(0)->geometry->points[0];
    EXPECT_NEAR(after.x - before.x, 100, 0.02);
    EXPECT_EQ(session.name(1), "none");
    EXPECT_EQ(session.name(2), "新项目");
    EXPECT_EQ(session.open.session->history().unsaved(), 4u) << "what was recovered can be taken back";
}

TEST_F(JournalTest, IsSoundWhereverItsWritingStopped) {
    std::vector<std::size_t> ends;
    {
        JournaledSession session{folder};
        session.begin();
        for (const char* name : {"一", "二", "三"}) {
            session.apply(map::SetAttributes{{{0, 0}}, {{"name", {name}}}});
            ends.push_back(journal_text().size());
        }
    }
    const std::string whole = journal_text();
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        const auto found = read_journal(std::string_view{whole}.substr(0, length)).records;
        const auto done = std::ranges::count_if(ends, [&](std::size_t end) { return end <= length; });
        const auto steps = std::ranges::count_if(
            found, [](const JournalRecord& r) { return std::holds_alternative<JournalStep>(r); });
        EXPECT_EQ(steps, done) << length;
    }
}

TEST_F(JournalTest, GoesOnBehindATornLine) {
    {
        JournaledSession session{folder};
        session.begin();
        session.apply(map::SetAttributes{{{0, 0}}, {{"name", {"一"}}}});
        session.apply(map::SetAttributes{{{0, 0}}, {{"name", {"二"}}}});
    }
    const std::string whole = journal_text();
    restore(whole.substr(0, whole.size() - 3));
    {
        JournaledSession session{folder};
        EXPECT_THAT(*session.recovered, SizeIs(1));
        session.take_recovered();
        session.apply(map::SetAttributes{{{0, 0}}, {{"name", {"三"}}}});
    }
    JournaledSession session{folder};
    ASSERT_THAT(*session.recovered, SizeIs(2));
    session.take_recovered();
    EXPECT_EQ(session.name(0), "三");
}

TEST_F(JournalTest, OffersNothingWhenTakingBackLeftNothing) {
    {
        JournaledSession session{folder};
        session.begin();
        session.apply(map::SetAttributes{{{0, 0}}, {{"name", {"丙"}}, {"new", {1.0}}}});
        session.apply(map::DeleteFeatures{{{0, 1}}});
        session.undo();
        session.undo();
    }
    EXPECT_THAT(*JournaledSession{folder}.recovered, IsEmpty());
}

TEST_F(JournalTest, BeginsAnewWithASave) {
    {
        JournaledSession session{folder};
        session.begin();
        session.apply(map::DeleteFeatures{{{0, 0}}});
        session.apply(map::AddFeatures{0, {{point(session.open.at(101, 26)), {}, {{"name", {"新"}}}}}});
        EXPECT_EQ(session.save(), "");
        session.apply(map::SetAttributes{{{0, 2}}, {{"name", {"更新"}}}});
    }
    JournaledSession session{folder};
    ASSERT_THAT(*session.recovered, SizeIs(1));
    EXPECT_EQ(session.name(1), "新") << "the added feature is the second of the file as it was saved";
    session.take_recovered();
    EXPECT_EQ(session.name(1), "更新");
}

TEST_F(JournalTest, KnowsASaveThatEndedBeforeTheJournalSaidSo) {
    std::string before_save;
    {
        JournaledSession session{folder};
        session.begin();
        session.apply(map::SetAttributes{{{0, 0}}, {{"name", {"丙"}}}});
        before_save = journal_text();
        EXPECT_EQ(session.save(), "");
        session.begin();
        ASSERT_TRUE(session.journal->wait(session.last));
    }
    const auto begin = std::get<JournalBegin>(read_journal(journal_text()).records.front());
    restore(before_save + line_of(JournalSave{begin}));
    EXPECT_THAT(*JournaledSession{folder}.recovered, IsEmpty()) << "the file has them";
    folder.write("a.geojson", kFile);
    EXPECT_THAT(*JournaledSession{folder}.recovered, SizeIs(1)) << "the rename did not happen";
}

TEST_F(JournalTest, IsTakenUpBySessionAfterSession) {
    {
        JournaledSession session{folder};
        session.begin();
        session.apply(map::AddFeatures{0, {{point(session.open.at(101, 26)), {}, {{"name", {"新"}}}}}});
        EXPECT_EQ(session.save(), "");
        session.apply(map::DeleteFeatures{{{0, 2}}});
        session.apply(map::AddFeatures{0, {{point(session.open.at(101, 27)), {}, {{"name", {"又新"}}}}}});
    }
    for (const char* name : {"一", "二"}) {
        JournaledSession session{folder};
        session.take_recovered();
        const std::uint32_t last = session.open.session->source(0)->next_index() - 1;
        session.apply(map::SetAttributes{{{0, last}}, {{"name", {name}}}});
        session.apply(map::AddFeatures{0, {{point(session.open.at(102, 27)), {}, {{"name", {name}}}}}});
    }
    JournaledSession session{folder};
    ASSERT_TRUE(session.recovered) << session.recovered.error().message();
    session.take_recovered();
    std::string names;
    for (std::uint32_t i = 0; i < session.open.session->source(0)->next_index(); ++i)
        names += session.name(i) + " ";
    EXPECT_EQ(names, "甲 乙 none 一 二 二 ");
}

TEST_F(JournalTest, SaysThatAFileWasChangedAfterTheEdits) {
    {
        JournaledSession session{folder};
        session.begin();
        session.apply(map::SetAttributes{{{0, 0}}, {{"name", {"丙"}}}});
    }
    folder.write("a.geojson", std::string{kFile} + " ");
    EXPECT_THAT(JournaledSession{folder}.recovered.error().message(),
                HasSubstr("a.geojson: was changed after the edits that were not saved"));
}

TEST_F(JournalTest, IsAsLargeAsTheEditsNotAsTheData) {
    std::string ring;
    for (int i = 0; i < 5000; ++i) ring += fmt::format("[{},{}],", 101 + 1e-4 * i, 26 + 1e-8 * i * i);
    folder.write("a.geojson",
                 R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":)"
                 R"({"type":"LineString","coordinates":[)" +
                     ring + "[110,27]]}}]}");
    JournaledSession session{folder};
    session.begin();
    session.apply(map::SetAttributes{{{0, 0}}, {{"name", {"江"}}}});
    EXPECT_LT(journal_text().size(), 1000u);
}

TEST_F(JournalTest, BelongsToOneProgramAtATime) {
    const fs::path path = folder.path() / "state" / "b.journal";
    {
        const auto first = Journal::open(path);
        ASSERT_TRUE(first);
        EXPECT_THAT(Journal::open(path).error().message(), HasSubstr("is in use by another window"));
    }
    EXPECT_TRUE(Journal::open(path)) << "and to the next one when that has ended";
}

TEST_F(JournalTest, ANoteBesideTheFileSaysWhoEditsIt) {
    const fs::path path = folder.path() / "a.geojson";
    {
        const auto lock = EditingLock::take(path);
        ASSERT_TRUE(lock) << lock.error().message();
        EXPECT_THAT(EditingLock::holder(path), HasSubstr(fmt::format("(process {})", ::getpid())));
    }
    EXPECT_EQ(EditingLock::holder(path), "");
    folder.write(".a.geojson.editing", R"({"host": "planning-3", "process": 4711})");
    EXPECT_THAT(EditingLock::take(path).error().message(),
                HasSubstr("a.geojson: is being edited on planning-3 (process 4711)"));
    folder.write(".a.geojson.editing", "");
    EXPECT_TRUE(EditingLock::take(path)) << "a note that says nothing is taken over";
}

}  // namespace
}  // namespace jinsha::io
