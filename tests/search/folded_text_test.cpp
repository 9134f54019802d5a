#include "search/folded_text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace jinsha::search {
namespace {

std::u32string folded(std::string_view text) {
    std::u32string codes;
    for (const FoldedCharacter& character : fold(text)) codes.push_back(character.code);
    return codes;
}

TEST(FoldedText, LeavesOutSpacesPunctuationAndAccents) {
    EXPECT_EQ(folded("Geliping (Gongye) Yuanqu"), U"gelipinggongyeyuanqu");
    EXPECT_EQ(folded("Pānzhīhuā"), U"panzhihua");
    EXPECT_EQ(folded("Lǘ, lü"), U"lulv");
    EXPECT_EQ(folded("“水文章”三篇之一"), U"水文章三篇之一");
}

TEST(FoldedText, TakesFullWidthLettersForOrdinaryOnes) {
    EXPECT_EQ(folded("ＪＳＨ　１２"), U"jsh12");
}

TEST(FoldedText, SaysWhereEachCharacterStandsInTheText) {
    const auto characters = fold("a 湖");
    ASSERT_EQ(characters.size(), 2u);
    EXPECT_EQ(characters[0], (FoldedCharacter{U'a', true, 0, 1}));
    EXPECT_EQ(characters[1], (FoldedCharacter{U'湖', true, 2, 5}));
}

TEST(FoldedText, KnowsWhereWordsBegin) {
    std::string begins;
    for (const FoldedCharacter& character : fold("Jinsha Lake 金沙b"))
        begins += character.begins_word ? '^' : '-';
    EXPECT_EQ(begins, "^-----^---^^^");
}

TEST(FoldedText, OutlivesBrokenBytes) {
    EXPECT_EQ(folded("a\xff\xfe"
                     "b\xe6\xb9"),
              U"ab");
    EXPECT_TRUE(fold("").empty());
}

}  // namespace
}  // namespace jinsha::search
