#include "app/committed_text.hpp"

#include <gtest/gtest.h>

namespace jinsha::app {
namespace {

constexpr const char* kMarkUtf8 = "\uF8FF";

TEST(CommittedText, PassesASingleCharacterAsItIs) {
    CommittedText text;
    EXPECT_EQ(text.pass("坪"), "坪");
    EXPECT_EQ(text.text_of(U'坪'), "坪");
}

TEST(CommittedText, KeepsAPhraseWholeBehindAMark) {
    CommittedText text;
    EXPECT_EQ(text.pass("攀枝花市西区格里坪镇"), kMarkUtf8);
    EXPECT_EQ(text.text_of(CommittedText::kMark), "攀枝花市西区格里坪镇");
}

TEST(CommittedText, GivesPhrasesAndCharactersBackInTheirOrder) {
    CommittedText text;
    EXPECT_EQ(text.pass("金沙湖"), kMarkUtf8);
    EXPECT_EQ(text.pass("a"), "a");
    EXPECT_EQ(text.pass("大水井"), kMarkUtf8);
    EXPECT_EQ(text.text_of(CommittedText::kMark), "金沙湖");
    EXPECT_EQ(text.text_of(U'a'), "a");
    EXPECT_EQ(text.text_of(CommittedText::kMark), "大水井");
}

TEST(CommittedText, DoesNotTakeATypedMarkForAPhrase) {
    CommittedText text;
    EXPECT_EQ(text.pass(kMarkUtf8), kMarkUtf8);  // kept as a phrase of one character
    EXPECT_EQ(text.pass("钒钛"), kMarkUtf8);
    EXPECT_EQ(text.text_of(CommittedText::kMark), kMarkUtf8);
    EXPECT_EQ(text.text_of(CommittedText::kMark), "钒钛");
}

TEST(CommittedText, DropsControlCharacters) {
    CommittedText text;
    EXPECT_EQ(text.text_of(U'\b'), "");
    EXPECT_EQ(text.text_of(U'\r'), "");
    EXPECT_EQ(text.text_of(0x7F), "");
    EXPECT_EQ(text.pass(""), "");
}

TEST(CommittedText, PassesCharactersBeyondTheBasicPlane) {
    CommittedText text;
    EXPECT_EQ(text.pass("𠮷"), "𠮷");
    EXPECT_EQ(text.text_of(U'𠮷'), "𠮷");
}

}  // namespace
}  // namespace jinsha::app
