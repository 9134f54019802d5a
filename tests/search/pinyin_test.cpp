#include "search/pinyin.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace jinsha::search {
namespace {

std::vector<std::string_view> sounds(char32_t character) {
    std::vector<std::string_view> all;
    for (const std::uint16_t reading : readings(character)) all.push_back(syllable(reading));
    return all;
}

// The readings are those of 现代汉语词典 and 通用规范汉字字典, as Unihan_Readings.txt has them.
TEST(Pinyin, KnowsAllReadingsOfACharacterTheUsualOneFirst) {
    using ::testing::ElementsAre;
    EXPECT_THAT(sounds(U'沙'), ElementsAre("sha"));
    EXPECT_THAT(sounds(U'重'), ElementsAre("zhong", "chong"));
    EXPECT_THAT(sounds(U'长'), ElementsAre("zhang", "chang"));
    EXPECT_THAT(sounds(U'行'), ElementsAre("xing", "hang", "heng"));
    EXPECT_THAT(sounds(U'吕'), ElementsAre("lv"));
}

TEST(Pinyin, KnowsRareCharactersOfTheDistrict) {
    EXPECT_EQ(sounds(U'坪').front(), "ping");
    EXPECT_EQ(sounds(U'箐').front(), "qing");
    EXPECT_EQ(sounds(U'钒').front(), "fan");
}

TEST(Pinyin, KnowsCharactersBeyondTheBasicPlane) {
    EXPECT_EQ(sounds(U'𠀀').front(), "he");
}

TEST(Pinyin, HasNothingForWhatIsNoChineseCharacter) {
    for (const char32_t c :
         {U'a', U'7', U'あ', U'。', char32_t{0}, char32_t{0x10FFFF}, char32_t{0xFFFFFFFF}}) {
        EXPECT_TRUE(readings(c).empty());
    }
}

}  // namespace
}  // namespace jinsha::search
