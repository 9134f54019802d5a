#include "text/clean_text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace jinsha::text {
namespace {

std::string cleaned(std::string_view utf8, std::size_t max_characters = 100) {
    return clean_text(utf8, max_characters).utf8;
}

TEST(CleanText, LeavesGoodTextAsItIs) {
    EXPECT_EQ(cleaned("金沙湖 Jinsha Lake, 50 % é 𠮷"), "金沙湖 Jinsha Lake, 50 % é 𠮷");
}

TEST(CleanText, KnowsWhereEachCharacterBegins) {
    const CleanText clean = clean_text("a金é𠮷", 100);
    EXPECT_EQ(clean.characters, U"a金é𠮷");
    EXPECT_EQ(clean.bytes, (std::vector<std::uint32_t>{0, 1, 4, 6}));
}

// The example of Unicode 15.0, table 3-8: U+FFFD for each maximal subpart.
TEST(CleanText, ReplacesEachMaximalPartOfABrokenSequenceOnce) {
    EXPECT_EQ(cleaned("a\xF1\x80\x80\xE1\x80\xC2"
                      "b\x80"
                      "c\x80\xBF"
                      "d"),
              "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd");
}

TEST(CleanText, ReplacesSurrogatesOverlongFormsAndWhatLiesBeyondUnicode) {
    EXPECT_EQ(cleaned("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(cleaned("\xC0\xAF"), "\uFFFD\uFFFD");
    EXPECT_EQ(cleaned("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST(CleanText, ReplacesGb18030ReadAsUtf8WithoutFailing) {
    EXPECT_EQ(cleaned("\xBD\xF0\xC9\xB3"), "\uFFFD\uFFFD\u0273");
}

TEST(CleanText, ReplacesASequenceThatTheEndCutsOff) {
    EXPECT_EQ(cleaned("金\xE9\x87"), "金\uFFFD");
}

TEST(CleanText, MakesEveryLineEndALineFeed) {
    EXPECT_EQ(cleaned("a\r\nb\rc\u2028d\u2029e\u0085f"), "a\nb\nc\nd\ne\nf");
}

TEST(CleanText, DropsControlCharactersAndTurnsTabsIntoSpaces) {
    EXPECT_EQ(cleaned(std::string_view{"a\0b\x1B"
                                       "c\td\x7F",
                                       8}),
              "abc d");
}

TEST(CleanText, EndsATextThatIsTooLongWithAnEllipsis) {
    EXPECT_EQ(cleaned("金沙湖公园", 3), "金沙…");
    EXPECT_EQ(cleaned("金沙湖", 3), "金沙湖");
}

TEST(CleanText, TakesAnEmptyText) {
    EXPECT_TRUE(clean_text("", 5).characters.empty());
}

}  // namespace
}  // namespace jinsha::text
