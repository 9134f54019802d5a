#include "json/index.hpp"

#include "json/places.hpp"
#include "json/value.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::json {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// "code line:column message" of every finding.
std::vector<std::string> findings_in(const std::string& text) {
    const Index index{text};
    const Places places{text};
    std::vector<std::string> result;
    for (const Finding& finding : index.findings()) {
        const Place place = places.at(finding.range.begin);
        result.push_back(
            fmt::format("{} {}:{} {}", name_of(finding.code), place.line, place.column, finding.message));
    }
    return result;
}

TEST(Index, GivesTheBytesOfEveryValue) {
    const std::string text =
        "\xEF\xBB\xBF{ \"a\" :\r\n [1200.50, {\"b\": \"\\u91d1\"}, [], null] , \"c\":true}\n";
    const Index index{text};
    ASSERT_THAT(index.findings(), IsEmpty());
    const Value root = *index.root();
    EXPECT_EQ(root.text(), text.substr(3, text.size() - 4));
    const std::vector<Member> members = root.members();
    ASSERT_EQ(members.size(), 2u);
    EXPECT_EQ(members[0].key.of(text), "\"a\"");
    const std::vector<Value> elements = members[0].value.elements();
    ASSERT_EQ(elements.size(), 4u);
    EXPECT_EQ(elements[0].text(), "1200.50");
    EXPECT_EQ(elements[0].number(), 1200.5);
    EXPECT_EQ(elements[1].find("b")->string(), "金");
    EXPECT_EQ(elements[2].kind(), Kind::Array);
    EXPECT_THAT(elements[2].elements(), IsEmpty());
    EXPECT_EQ(elements[3].kind(), Kind::Null);
    EXPECT_TRUE(members[1].value.is_true());
}

TEST(Index, FindsLongAndShortContainersAlike) {
    std::string text = "[";
    for (int i = 0; i < 300; ++i)
        text += fmt::format("{}[{}, \"{}\", [[{}]]]", i == 0 ? "" : ",", i,
                            std::string(static_cast<std::size_t>(i), ']'), i);
    text += "]";
    const Index index{text};
    const std::vector<Value> elements = index.root()->elements();
    ASSERT_EQ(elements.size(), 300u);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const std::vector<Value> items = elements[i].elements();
        ASSERT_EQ(items.size(), 3u);
        EXPECT_EQ(items[0].number(), static_cast<double>(i));
        EXPECT_EQ(items[1].string().size(), i);
        EXPECT_EQ(items[2].text(), fmt::format("[[{}]]", i));
    }
}

TEST(Index, FindsAKeyByItsMeaning) {
    const std::string text = R"({"\u540d\u79f0": 1, "n": 2})";
    const Index index{text};
    EXPECT_EQ(index.root()->find("名称")->number(), 1);
    EXPECT_FALSE(index.root()->find("x"));
    EXPECT_FALSE(index.root()->find("n")->find("x")) << "a number has no members";
}

TEST(Index, KeepsDuplicateKeysAndSaysWhere) {
    const std::string text = "{\"a\": 1,\n \"\\u0061\": 2, \"b\": {\"a\": 3}}";
    const Index index{text};
    EXPECT_EQ(index.root()->members().size(), 3u);
    EXPECT_EQ(index.root()->find("a")->number(), 1);
    EXPECT_THAT(findings_in(text), ElementsAre(R"(duplicate-key 2:2 the key "\u0061" is there twice)"));
}

TEST(Index, SeesADuplicateAmongManyKeys) {
    std::string text = "{";
    for (int i = 0; i < 5000; ++i) text += fmt::format("\"k{}\": {},\n", i, i);
    text += "\"k77\": 0}";
    EXPECT_THAT(findings_in(text), ElementsAre(R"(duplicate-key 5001:1 the key "k77" is there twice)"));
}

TEST(Index, StepsOverWhatItCan) {
    EXPECT_THAT(findings_in("[01, +1,\n\"a\\x\", NaN]"),
                ElementsAre("bad-number 1:2 expected a number, found 01",
                            "bad-number 1:6 expected a number, found +1",
                            "bad-escape 2:3 expected an escape such as \\n or \\u91d1",
                            "bad-number 2:8 expected a number, found NaN"));
    EXPECT_THAT(findings_in("[\"\xBD\xF0\", 1]"),
                ElementsAre("not-utf8 1:3 expected UTF-8, found other bytes"));
    EXPECT_THAT(
        findings_in("[\"a\tb\"]"),
        ElementsAre(
            "control-character 1:4 expected no raw line end, tab or other control character in a string"));
    EXPECT_THAT(findings_in("{}\n garbage"),
                ElementsAre("trailing-text 2:2 expected the end of the text, found more"));
}

TEST(Index, SaysWhereATextIsBroken) {
    EXPECT_THAT(findings_in("{\"a\": 1,\n \"b\" 2}"), ElementsAre("syntax 2:6 expected ':', found a number"));
    EXPECT_THAT(findings_in("[1, 2"),
                ElementsAre("syntax 1:6 expected ',' or ']', found the end of the text"));
    EXPECT_THAT(findings_in("[1, ]"), ElementsAre("syntax 1:5 expected a value, found ']'"));
    EXPECT_THAT(findings_in("[1}"), ElementsAre("syntax 1:3 expected ',' or ']', found '}'"));
    EXPECT_THAT(findings_in("{,}"), ElementsAre("syntax 1:2 expected a key in quotation marks, found ','"));
    EXPECT_THAT(findings_in(""), ElementsAre("syntax 1:1 expected a value, found the end of the text"));
    EXPECT_THAT(findings_in("金"), ElementsAre("syntax 1:1 expected a value, found '金'"));
    EXPECT_THAT(findings_in("{\"a\": \"b"),
                ElementsAre("syntax 1:9 expected '\"' at the end of a string, found the end of the text"));
    const std::string broken = "[";
    EXPECT_FALSE(Index{broken}.root());
    EXPECT_EQ(Index{broken}.error()->message(),
              "line 1, column 2: expected a value, found the end of the text");
}

TEST(Index, IsNotExhaustedByEndlessNesting) {
    const std::string text(1'000'000, '[');
    EXPECT_THAT(findings_in(text),
                ElementsAre("syntax 1:513 expected at most 512 levels of brackets, found an array"));
    const std::string deep = std::string(512, '[') + std::string(512, ']');
    EXPECT_TRUE(Index{deep}.root());
}

TEST(Index, ReportsNoMoreOfAKindThanAnyoneReads) {
    std::string text = "[";
    for (int i = 0; i < 5000; ++i) text += "01,";
    text += "\"\xFF\"]";
    EXPECT_EQ(Index{text}.findings().size(), Index::kMostFindings + 1);
}

TEST(Index, TakesLittleMemory) {
    std::string text = "{\"type\": \"FeatureCollection\", \"features\": [\n";
    for (int i = 0; i < 2000; ++i)
        text += fmt::format(
            "{{\"type\": \"Feature\", \"properties\": {{\"name\": \"P{0}\", \"area\": {0}.5, \"notes\": "
            "\"{1}\"}}, "
            "\"geometry\": {{\"type\": \"Point\", \"coordinates\": [101.6{0:05}, 26.5{0:05}]}}}},\n",
            i, std::string(30, 'x'));
    text += "{}]}";
    EXPECT_LT(Index{text}.memory(), text.size() / 2);
}

TEST(Index, KnowsHowStringsAreWritten) {
    EXPECT_TRUE(Index{R"(["金"])"}.has_raw_non_ascii());
    EXPECT_FALSE(Index{R"(["\u91d1"])"}.has_raw_non_ascii());
    EXPECT_TRUE(Index{R"(["\u91d1"])"}.has_unicode_escapes());
    EXPECT_FALSE(Index{R"(["\n"])"}.has_unicode_escapes());
}

}  // namespace
}  // namespace jinsha::json
