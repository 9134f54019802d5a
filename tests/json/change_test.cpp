#include "json/change.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::json {
namespace {

using ::testing::HasSubstr;

const std::string kText = R"({
  "version":  8,
  "layers": [
    {"id": "land", "paint": {"fill-opacity": 0.50}},
    {"id": "roads",   "type":"line"},
    {"id": "labels"}
  ],
  "a/b": [1, 2],
  "empty": {}
}
)";

Tree number(const std::string& text) {
    return Tree{Tree::Number{text}};
}
Tree object(const std::string& key, const std::string& text) {
    return Tree{Tree::Object{{key, Tree{text}}}};
}
std::optional<Tree> value_in(const std::string& text, const std::string& pointer) {
    return value_at(text, pointer).value();
}
std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}
std::string after(const Change& change, const std::string& text = kText) {
    const auto done = changed(text, change);
    EXPECT_TRUE(done) << done.error().message();
    return done.value_or("");
}
std::string fault(const Change& change, const std::string& text = kText) {
    const auto done = changed(text, change);
    EXPECT_FALSE(done);
    return done ? "" : done.error().message();
}

TEST(JsonChange, SetsAValueAndLeavesAllOtherBytes) {
    EXPECT_EQ(after(SetValue{"/layers/0/paint/fill-opacity", number("0.7")}), replaced(kText, "0.50", "0.7"));
    EXPECT_EQ(after(SetValue{"/a~1b/1", number("3")}), replaced(kText, "[1, 2]", "[1, 3]"));
}

TEST(JsonChange, NamesAnElementByItsId) {
    EXPECT_EQ(after(SetValue{"/layers/id=roads/type", Tree{std::string{"fill"}}}),
              replaced(kText, R"("type":"line")", R"("type":"fill")"));
}

TEST(JsonChange, AddsAMemberAtTheEndOfItsObject) {
    EXPECT_EQ(after(SetValue{"/layers/id=land/paint/width", number("2")}),
              replaced(kText, "0.50}", "0.50, \"width\": 2}"));
}

TEST(JsonChange, MakesTheObjectsOnTheWay) {
    const auto text = after(SetValue{"/metadata/jinsha:bookmarks/first", number("1")});
    EXPECT_EQ(value_in(text, "/metadata/jinsha:bookmarks/first"), std::optional{number("1")});
    EXPECT_TRUE(text.starts_with(kText.substr(0, kText.find("\"empty\""))));
}

TEST(JsonChange, SetsTheLastOfDoubleKeysAsReadersTakeIt) {
    EXPECT_EQ(after(SetValue{"/a", number("3")}, R"({"a": 1, "a": 2})"), R"({"a": 1, "a": 3})");
}

TEST(JsonChange, RemovesMembersAndElements) {
    EXPECT_EQ(after(RemoveValue{"/layers/id=roads"}),
              replaced(kText, ",\n    {\"id\": \"roads\",   \"type\":\"line\"}", ""));
    EXPECT_EQ(after(RemoveValue{"/version"}), replaced(kText, "\"version\":  8,\n  ", ""));
}

TEST(JsonChange, MovesAnElementWithItsBytes) {
    const std::string moved = after(MoveElement{"/layers/id=roads", "id=land"});
    EXPECT_EQ(moved, replaced(replaced(kText, ",\n    {\"id\": \"roads\",   \"type\":\"line\"}", ""),
                              "{\"id\": \"land\"",
                              "{\"id\": \"roads\",   \"type\":\"line\"},\n    {\"id\": \"land\""));
    EXPECT_EQ(after(MoveElement{"/layers/0", "-"}), after(MoveElement{"/layers/id=land", "-"}));
    EXPECT_EQ(after(MoveElement{"/layers/1", "2"}), kText);
}

TEST(JsonChange, AddsAnElementBeforeAnother) {
    const std::string text = after(InsertElement{"/layers", "id=labels", object("id", "new")});
    EXPECT_EQ(value_in(text, "/layers/2/id"), std::optional{Tree{std::string{"new"}}});
    EXPECT_THAT(text, HasSubstr("\"type\":\"line\"},\n    {"));
}

TEST(JsonChange, IsTakenBackByItsInverse) {
    for (const Change& change : std::vector<Change>{
             SetValue{"/layers/0/paint/fill-opacity", number("0.7")},
             SetValue{"/layers/id=land/paint/width", number("2")},
             SetValue{"/empty/x/y/z", number("1")},
             RemoveValue{"/layers/id=labels"},
             RemoveValue{"/empty"},
             InsertElement{"/layers", "0", object("id", "new")},
             InsertElement{"/a~1b", "-", number("9")},
             MoveElement{"/layers/id=land", "-"},
             MoveElement{"/layers/2", "0"},
             MoveElement{"/a~1b/0", "-"},
         }) {
        const auto back = inverse(kText, change);
        ASSERT_TRUE(back) << back.error().message();
        EXPECT_EQ(value_in(after(*back, after(change)), "/layers"), value_in(kText, "/layers"));
        EXPECT_EQ(value_in(after(*back, after(change)), "/a~1b"), value_in(kText, "/a~1b"));
        EXPECT_EQ(value_in(after(*back, after(change)), "/empty"), value_in(kText, "/empty"));
    }
}

TEST(JsonChange, NamesElementsByIdsOfTheirOwnAlone) {
    const std::string text = R"({"layers": [{"id": "a"}, {"id": "b"}, {"id": "b"}, 4]})";
    const auto named = [&](const Change& change) { return named_by_ids(text, change).value(); };
    EXPECT_EQ(named(SetValue{"/layers/0/x", {}}), Change(SetValue{"/layers/id=a/x", {}}));
    EXPECT_EQ(named(RemoveValue{"/layers/1"}), Change(RemoveValue{"/layers/1"}));
    EXPECT_EQ(named(MoveElement{"/layers/3", "0"}), Change(MoveElement{"/layers/3", "id=a"}));
    EXPECT_EQ(named(InsertElement{"/layers", "9", {}}), Change(InsertElement{"/layers", "-", {}}));
}

TEST(JsonChange, SaysWhatIsNotThere) {
    EXPECT_EQ(fault(SetValue{"/version/x", {}}), "/version: expected an object or an array, found a number");
    EXPECT_EQ(fault(SetValue{"/layers/id=sea/x", {}}),
              "/layers/id=sea/x: expected an element of the array, found none named 'id=sea'");
    EXPECT_EQ(fault(SetValue{"/layers/01", {}}),
              "/layers/01: expected an element of the array, found none named '01'");
    EXPECT_EQ(fault(RemoveValue{"/nothing"}), "/nothing: expected a value, found nothing");
    EXPECT_EQ(fault(InsertElement{"/empty", "-", {}}), "/empty: expected an array, found an object");
    EXPECT_EQ(fault(MoveElement{"/version", "-"}),
              "/version: expected an element of an array, found a member of an object");
    EXPECT_EQ(fault(SetValue{"", {}}), "expected the name of a member, found the pointer to the whole text");
    EXPECT_EQ(fault(SetValue{"layers", {}}), "expected a JSON pointer that begins with '/', found 'layers'");
    EXPECT_THAT(fault(SetValue{"/a~2", {}}), HasSubstr("expected '~0' or '~1'"));
    EXPECT_THAT(fault(SetValue{"/a", {}}, "{\"a\": "), HasSubstr("line 1, column"));
}

}  // namespace
}  // namespace jinsha::json
