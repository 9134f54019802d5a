#include "json/patch.hpp"

#include <gtest/gtest.h>

namespace jinsha::json {
namespace {

/// `text`, an object or array, with these changes of its items.
std::string changed(const std::string& text, const ItemChanges& changes) {
    const Index index{text};
    std::vector<Patch> patches;
    change_items(*index.root(), changes, Layout::of(index), 0, patches);
    sort(patches);
    return patched(text, patches);
}

const std::string kLines = "[\n  1,\n  2,\n  3\n]\n";

TEST(Patch, AppendsAsTheItemsBeforeStand) {
    EXPECT_EQ(changed(kLines, {{}, {{3, "4"}}}), "[\n  1,\n  2,\n  3,\n  4\n]\n");
    EXPECT_EQ(changed("[1,2]", {{}, {{2, "3"}}}), "[1,2,3]");
    EXPECT_EQ(changed("{ \"a\" : 1 , \"b\" : 2 }", {{}, {{2, "\"c\" : 3"}}}),
              "{ \"a\" : 1 , \"b\" : 2 , \"c\" : 3 }");
}

TEST(Patch, AppendsToOneOrNone) {
    EXPECT_EQ(changed("[\n  1\n]", {{}, {{1, "2"}}}), "[\n  1,\n  2\n]");
    EXPECT_EQ(changed("[]", {{}, {{0, "1"}, {0, "2"}}}), "[1, 2]");
    EXPECT_EQ(changed("{ }", {{}, {{0, "\"a\": 1"}}}), "{\"a\": 1}");
}

TEST(Patch, InsertsBeforeAnItem) {
    EXPECT_EQ(changed(kLines, {{}, {{0, "0"}}}), "[\n  0,\n  1,\n  2,\n  3\n]\n");
    EXPECT_EQ(changed(kLines, {{}, {{1, "9"}, {1, "8"}}}), "[\n  1,\n  9,\n  8,\n  2,\n  3\n]\n");
}

TEST(Patch, RemovesAnItemWithItsCommaAndLine) {
    EXPECT_EQ(changed(kLines, {{0}, {}}), "[\n  2,\n  3\n]\n");
    EXPECT_EQ(changed(kLines, {{1}, {}}), "[\n  1,\n  3\n]\n");
    EXPECT_EQ(changed(kLines, {{2}, {}}), "[\n  1,\n  2\n]\n");
    EXPECT_EQ(changed(kLines, {{0, 2}, {}}), "[\n  2\n]\n");
    EXPECT_EQ(changed(kLines, {{0, 1, 2}, {}}), "[]\n");
}

TEST(Patch, RemovesAndInsertsAtOnePlace) {
    EXPECT_EQ(changed(kLines, {{2}, {{3, "4"}}}), "[\n  1,\n  2,\n  4\n]\n");
    EXPECT_EQ(changed(kLines, {{0}, {{0, "0"}}}), "[\n  0,\n  2,\n  3\n]\n");
    EXPECT_EQ(changed(kLines, {{0, 1, 2}, {{3, "4"}}}), "[\n  4\n]\n");
}

TEST(Patch, KeepsCommasWhereTheFilePutsThem) {
    EXPECT_EQ(changed("[ 1\n, 2\n, 3\n]", {{1}, {}}), "[ 1\n, 3\n]");
    EXPECT_EQ(changed("[ 1\n, 2\n, 3\n]", {{}, {{3, "4"}}}), "[ 1\n, 2\n, 3\n, 4\n]");
}

TEST(Patch, WithoutChangesGivesTheSameBytes) {
    EXPECT_EQ(changed(kLines, {}), kLines);
    EXPECT_EQ(patched(kLines, {}), kLines);
}

TEST(Patch, ReplacesValuesAndAddsBehindThem) {
    const std::string text = R"({"a": 1, "b": 2})";
    const Index index{text};
    std::vector<Patch> patches;
    change_items(*index.root(), {{}, {{2, "\"c\": 3"}}}, Layout::of(index), 0, patches);
    patches.push_back({index.root()->find("b")->range(), "20"});
    patches.push_back({index.root()->find("a")->range(), "10"});
    sort(patches);
    EXPECT_EQ(patched(text, patches), R"({"a": 10, "b": 20, "c": 3})");
}

}  // namespace
}  // namespace jinsha::json
