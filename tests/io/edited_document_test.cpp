#include "io/edited_document.hpp"

#include "io/failing_fsync.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kText = R"({
    "version": 8, "zoom": 12.50,
    "layers": [
        { "id": "land",  "minzoom": 1e0 },
        { "id": "roads", "minzoom": 2 }
    ]
}
)";

json::Tree number(const std::string& text) {
    return json::Tree{json::Tree::Number{text}};
}
json::Change set(const std::string& pointer, const std::string& value) {
    return json::SetValue{pointer, number(value)};
}
json::Change layer(const std::string& id) {
    return json::InsertElement{"/layers", "-", json::Tree{json::Tree::Object{{"id", json::Tree{id}}}}};
}
std::optional<json::Tree> value_in(const std::string& text, const std::string& pointer) {
    return json::value_at(text, pointer).value();
}
std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

struct EditedDocumentTest : testing::Test {
    void apply(const std::string& name, const std::vector<json::Change>& changes) {
        const auto done = document.apply(name, changes);
        ASSERT_TRUE(done) << done.error().message();
        EXPECT_TRUE(*done);
    }
    EditedDocument::Saved save(DocumentChoice choice = DocumentChoice::Ask) {
        const auto saved = document.save(choice);
        EXPECT_TRUE(saved) << saved.error().message();
        return saved.value_or(EditedDocument::Saved{});
    }
    void undo() {
        const auto done = document.undo();
        ASSERT_TRUE(done) << done.error().message();
        EXPECT_TRUE(*done);
    }
    void write_outside(const std::string& text) { folder.write("town.map.json", text); }
    [[nodiscard]] std::string content() const { return content_of(path); }

    TemporaryFolder folder;
    std::filesystem::path path{folder.write("town.map.json", kText)};
    EditedDocument document{EditedDocument::open(path).value()};
};

TEST_F(EditedDocumentTest, WritesNothingWhenNothingWasChanged) {
    const auto stamp = stamp_of(path);
    EXPECT_FALSE(save().has_others);
    EXPECT_EQ(*stamp_of(path), *stamp);
    EXPECT_EQ(content(), kText);
}

TEST_F(EditedDocumentTest, SavesTheChangedBytesAlone) {
    apply("zoom", {set("/zoom", "13"), set("/layers/1/minzoom", "3")});
    EXPECT_EQ(document.unsaved(), 1U);
    save();
    EXPECT_EQ(content(), replaced(replaced(kText, "12.50", "13"), "2 }", "3 }"));
    EXPECT_EQ(document.unsaved(), 0U);
}

TEST_F(EditedDocumentTest, TakesStepsBackByteForByteAlsoAfterSaving) {
    apply("order", {json::MoveElement{"/layers/0", "-"}});
    apply("gone", {json::RemoveValue{"/layers/id=land"}});
    save();
    EXPECT_EQ(*document.next_undo(), "gone");
    undo();
    EXPECT_EQ(*document.next_undo(), "order");
    EXPECT_EQ(*document.next_redo(), "gone");
    undo();
    EXPECT_EQ(document.text(), kText);
    EXPECT_EQ(document.unsaved(), 2U);
    save();
    EXPECT_EQ(content(), kText);
    EXPECT_FALSE(*document.undo());
}

TEST_F(EditedDocumentTest, GoesThereAndBackWithoutAnythingToSave) {
    apply("zoom", {set("/zoom", "13")});
    undo();
    EXPECT_EQ(document.unsaved(), 0U);
    EXPECT_TRUE(*document.redo());
    EXPECT_EQ(document.unsaved(), 1U);
    EXPECT_FALSE(*document.redo());
}

TEST_F(EditedDocumentTest, MakesNoStepOfWhatChangesNothing) {
    EXPECT_FALSE(*document.apply("same", {set("/version", "8")}));
    EXPECT_EQ(document.next_undo(), nullptr);
}

TEST_F(EditedDocumentTest, MakesAllChangesOfAStepOrNone) {
    const auto done = document.apply("half", {set("/zoom", "13"), set("/layers/7/minzoom", "1")});
    ASSERT_FALSE(done);
    EXPECT_THAT(done.error().message(), HasSubstr("town.map.json: /layers/7/minzoom: expected"));
    EXPECT_EQ(document.text(), kText);
}

TEST_F(EditedDocumentTest, TakesChangesOfOthersIn) {
    apply("zoom", {set("/layers/1/minzoom", "3"), layer("new")});
    const std::string theirs = replaced(kText, "{ \"id\": \"land\",  \"minzoom\": 1e0 },",
                                        "{ \"id\": \"sea\" },\n        { \"id\": \"land\" },");
    write_outside(theirs);
    EXPECT_TRUE(save().has_others);
    EXPECT_EQ(value_in(content(), "/layers/2/minzoom"), std::optional{number("3")});
    EXPECT_EQ(value_in(content(), "/layers/3/id"), std::optional{json::Tree{std::string{"new"}}});
    EXPECT_FALSE(save().has_others);

    undo();
    save();
    EXPECT_EQ(content(), theirs);
}

TEST_F(EditedDocumentTest, AsksWhereBothHaveChangedTheSame) {
    apply("zoom", {set("/zoom", "13")});
    const std::string theirs = replaced(kText, "12.50", "11");
    write_outside(theirs);
    EXPECT_THAT(save().conflicts, ElementsAre("/zoom"));
    EXPECT_EQ(content(), theirs);
    EXPECT_EQ(document.unsaved(), 1U);
    EXPECT_TRUE(save(DocumentChoice::Mine).has_others);
    EXPECT_EQ(content(), replaced(kText, "12.50", "13"));
}

TEST_F(EditedDocumentTest, LeavesTheValueOfTheOthersWhenToldSo) {
    apply("zoom", {set("/zoom", "13"), set("/version", "9")});
    write_outside(replaced(kText, "12.50", "11"));
    EXPECT_TRUE(save(DocumentChoice::Theirs).conflicts.empty());
    EXPECT_EQ(content(), replaced(replaced(kText, "12.50", "11"), "8,", "9,"));
}

TEST_F(EditedDocumentTest, AsksForALayerThatBothHaveAdded) {
    apply("new", {layer("new")});
    write_outside(
        replaced(kText, "\"minzoom\": 2 }", "\"minzoom\": 2 },\n        { \"id\": \"new\", \"a\": 1 }"));
    EXPECT_THAT(save().conflicts, ElementsAre("/layers/id=new"));
    save(DocumentChoice::Mine);
    EXPECT_EQ(value_in(content(), "/layers/3"), std::optional<json::Tree>{});
}

TEST_F(EditedDocumentTest, LeavesAFileThatCannotBeReadAnyMore) {
    apply("zoom", {set("/zoom", "13")});
    write_outside("{\"version\": ");
    const auto saved = document.save();
    ASSERT_FALSE(saved);
    EXPECT_THAT(saved.error().message(), HasSubstr("was changed by another program and cannot be read now"));
    EXPECT_EQ(content(), "{\"version\": ");
    EXPECT_EQ(document.unsaved(), 1U);
}

TEST_F(EditedDocumentTest, KnowsItsOwnTextAfterASaveThatFailedPastItsRename) {
    apply("zoom", {set("/zoom", "13")});
    {
        const FailingFolderSync failing;
        EXPECT_FALSE(document.save());
    }
    EXPECT_EQ(document.unsaved(), 1U);
    apply("version", {set("/version", "9")});
    EXPECT_FALSE(save().has_others);
    EXPECT_EQ(content(), replaced(replaced(kText, "12.50", "13"), "8,", "9,"));
}

TEST_F(EditedDocumentTest, SavesAgainWhenTheFolderIsBack) {
    apply("zoom", {set("/zoom", "13")});
    std::filesystem::rename(folder.path(), folder.path().string() + "-away");
    EXPECT_FALSE(document.save());
    std::filesystem::rename(folder.path().string() + "-away", folder.path());
    save();
    EXPECT_EQ(content(), replaced(kText, "12.50", "13"));
}

TEST(EditedDocument, SaysWhereAFileIsNoJson) {
    const TemporaryFolder folder;
    const auto document = EditedDocument::open(folder.write("bad.map.json", "{\n  \"a\" 1}"));
    ASSERT_FALSE(document);
    EXPECT_THAT(document.error().message(), HasSubstr("bad.map.json: line 2, column 7"));
}

}  // namespace
}  // namespace jinsha::io
