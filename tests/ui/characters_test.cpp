#include "ui/characters.hpp"

#include <gtest/gtest.h>

#include <string>

namespace jinsha::ui {
namespace {

std::u32string decoded(std::string_view utf8) {
    std::u32string result;
    while (!utf8.empty()) result += take_character(utf8);
    return result;
}

TEST(TakeCharacter, DecodesOneToFourBytes) {
    EXPECT_EQ(decoded("a±坪𠀀"), U"a±坪𠀀");
}

TEST(TakeCharacter, ReplacesWhatIsNoUtf8AndGoesOn) {
    EXPECT_EQ(decoded("\xFF坪"), U"\uFFFD坪");
    EXPECT_EQ(decoded("\xE5\x9Dz"), U"\uFFFDz");          // cut short
    EXPECT_EQ(decoded("\xC0\xAF"), U"\uFFFD\uFFFD");      // overlong
    EXPECT_EQ(decoded("\xED\xA0\x80z"), U"\uFFFDz");      // surrogate
    EXPECT_EQ(decoded("\xF4\x90\x80\x80z"), U"\uFFFDz");  // beyond U+10FFFF
}

TEST(Characters, KnowRareIdeographs) {
    EXPECT_TRUE(is_ideograph(U'箐'));
    EXPECT_TRUE(is_ideograph(U'〇'));
    EXPECT_TRUE(is_ideograph(U'𠮷'));
    EXPECT_FALSE(is_ideograph(U'，'));
    EXPECT_FALSE(is_ideograph(U'a'));
}

}  // namespace
}  // namespace jinsha::ui
