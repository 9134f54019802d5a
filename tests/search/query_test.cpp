#include "search/query.hpp"

#include "search/folded_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace jinsha::search {
namespace {

std::vector<Cell> cells(std::string_view text) {
    std::vector<Cell> all;
    for (const FoldedCharacter& character : fold(text))
        all.push_back(cell_of(character.code, character.begins_word));
    return all;
}

bool finds(std::string_view typed, std::string_view text) {
    return Query{typed}.match(cells(text)).has_value();
}

int cost(std::string_view typed, std::string_view text) {
    const auto match = Query{typed}.match(cells(text));
    return match ? match->cost : 1'000'000;
}

TEST(Query, FindsChineseCharactersAnywhereInAName) {
    EXPECT_TRUE(finds("沙湖", "金沙湖公园"));
    EXPECT_FALSE(finds("湖沙", "金沙湖公园"));
}

TEST(Query, FindsPinyinAndItsFirstLetters) {
    EXPECT_TRUE(finds("jinshahu", "金沙湖"));
    EXPECT_TRUE(finds("JinSha", "金沙湖"));
    EXPECT_TRUE(finds("jsh", "金沙湖"));
    EXPECT_TRUE(finds("dsj", "大水井片区"));
    EXPECT_TRUE(finds("glp", "格里坪工业园区"));
    EXPECT_TRUE(finds("zhsh", "中山"));
    EXPECT_FALSE(finds("jsx", "金沙湖"));
}

TEST(Query, FindsWhatIsStillBeingTyped) {
    for (const char* typed : {"j", "ji", "jin", "jins", "jinsh", "jinsha", "jinshah"}) {
        EXPECT_TRUE(finds(typed, "金沙湖")) << typed;
    }
}

TEST(Query, FindsEveryReadingOfACharacter) {
    EXPECT_TRUE(finds("chongqing", "重庆"));
    EXPECT_TRUE(finds("zhongdian", "重点"));
    EXPECT_TRUE(finds("changjiang", "长江"));
    EXPECT_TRUE(finds("yinhang", "银行"));
    EXPECT_TRUE(finds("xingzheng", "行政"));
    EXPECT_TRUE(finds("lvse", "绿色"));
    EXPECT_TRUE(finds("lüse", "绿色"));
}

TEST(Query, FindsCharactersAndPinyinMixed) {
    EXPECT_TRUE(finds("jinsha湖", "金沙湖"));
    EXPECT_TRUE(finds("金sh湖", "金沙湖"));
    EXPECT_TRUE(finds("jin沙h", "金沙湖"));
}

TEST(Query, FindsEnglishWordsAndWordsThatStandApart) {
    EXPECT_TRUE(finds("lake", "Jinsha Lake"));
    EXPECT_TRUE(finds("JINSHA LAKE", "Jinsha Lake"));
    EXPECT_TRUE(finds("park geliping", "Geliping Industrial Park"));
    EXPECT_FALSE(finds("park lake", "Geliping Industrial Park"));
    EXPECT_TRUE(finds("园区 服务", "园区服务中心"));
    EXPECT_TRUE(finds("中心 园区", "园区服务中心"));
}

TEST(Query, PrefersCharactersToPinyinAndPinyinToFirstLetters) {
    EXPECT_LT(cost("金沙", "金沙湖"), cost("jinsha", "金沙湖"));
    EXPECT_LT(cost("jinsha", "金沙湖"), cost("js", "金沙湖"));
    EXPECT_LT(cost("jsh", "金沙湖"), cost("jsh", "金沙江"));
}

TEST(Query, PrefersNamesThatBeginWithItAndShortOnes) {
    EXPECT_LT(cost("金沙湖", "金沙湖公园"), cost("金沙湖", "攀枝花金沙湖"));
    EXPECT_LT(cost("金沙湖", "金沙湖"), cost("金沙湖", "金沙湖公园"));
    EXPECT_LT(cost("park", "Industrial Park"), cost("park", "Carpark"));
}

TEST(Query, SaysWhichCharactersWereMet) {
    const auto match = Query{"shh"}.match(cells("金沙湖公园"));
    ASSERT_TRUE(match);
    EXPECT_EQ(match->first, 1u);
    EXPECT_EQ(match->last, 3u);
}

TEST(Query, MatchesNothingWhenNothingIsTyped) {
    EXPECT_TRUE(Query{""}.is_empty());
    EXPECT_TRUE(Query{" ，。"}.is_empty());
    EXPECT_FALSE(finds("", "金沙湖"));
    EXPECT_FALSE(finds("a", ""));
}

TEST(Query, EndsSoonOnTextsMadeToBeHard) {
    const std::string letters(2'000, 'a');
    EXPECT_TRUE(finds(letters, letters));
    std::string aaa;
    for (int i = 0; i < 2'000; ++i) aaa += "啊";  // a, and every way to split the letters
    EXPECT_TRUE(finds(letters, aaa));
    EXPECT_FALSE(finds(std::string(63, 'a') + "z", aaa));
}

}  // namespace
}  // namespace jinsha::search
