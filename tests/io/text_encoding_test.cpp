#include "io/text_encoding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::io {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kGelipingInGbk = "\xB8\xF1\xC0\xEF\xC6\xBA";  // 格里坪
constexpr std::string_view kJinshaInBig5 = "\xAA\xF7\xA8\x46";           // 金沙

TEST(TextKind, TellsUtf8FromOthers) {
    EXPECT_EQ(kind_of("Panzhihua, 2021-09-14"), TextKind::Ascii);
    EXPECT_EQ(kind_of(""), TextKind::Ascii);
    EXPECT_EQ(kind_of("攀枝花市西区"), TextKind::Utf8);
    EXPECT_EQ(kind_of(kGelipingInGbk), TextKind::Other);
}

TEST(TextKind, KnowsACharacterCutOffAtTheEnd) {
    EXPECT_EQ(kind_of(std::string_view{"格里坪"}.substr(0, 8)), TextKind::CutUtf8);
}

// Unicode standard 15.0, table 3-7.
TEST(TextKind, RefusesWhatUnicodeRefuses) {
    EXPECT_EQ(kind_of("\xC0\xAF"), TextKind::Other);          // overlong
    EXPECT_EQ(kind_of("\xED\xA0\x80"), TextKind::Other);      // a surrogate
    EXPECT_EQ(kind_of("\xF4\x90\x80\x80"), TextKind::Other);  // beyond U+10FFFF
    EXPECT_EQ(kind_of("\xF0\x9F\x98\x80"), TextKind::Utf8);
}

TEST(RepairedUtf8, PutsAReplacementWhereBytesMakeNoSense) {
    EXPECT_EQ(repaired_utf8("金\xFF沙"), "金\uFFFD沙");
    EXPECT_EQ(repaired_utf8("金沙"), "金沙");
    EXPECT_EQ(repaired_utf8(std::string_view{"金沙"}.substr(0, 5)), "金");
}

TEST(TextDecoder, ReadsChineseEncodings) {
    EXPECT_EQ(TextDecoder::from("GBK")->decode(kGelipingInGbk), "格里坪");
    EXPECT_EQ(TextDecoder::from("GB18030")->decode("\x81\x39\xEE\x39"), "㐀");  // four bytes, not in GBK
    EXPECT_EQ(TextDecoder::from("Big5")->decode(kJinshaInBig5), "金沙");
}

TEST(TextDecoder, KnowsTheSpellingsOfFilesAndPeople) {
    for (const char* name : {"GBK", "gb2312", "936", "CP936", "cp-936", "OEM 936", "ANSI 936"})
        EXPECT_EQ(TextDecoder::from(name)->decode(kGelipingInGbk), "格里坪") << name;
    for (const char* name : {"UTF-8", "utf8", "65001"})
        EXPECT_EQ(TextDecoder::from(name)->name(), "UTF-8") << name;
    EXPECT_EQ(TextDecoder::from("1251")->decode("\xCC"), "М");
}

TEST(TextDecoder, MarksWhatItCannotRead) {
    const auto decoder = TextDecoder::from("GBK");
    EXPECT_FALSE(decoder->can_decode("\xFF\xFF"));
    EXPECT_EQ(decoder->decode("a\xFF"), "a\uFFFD");
    EXPECT_TRUE(decoder->can_decode(kGelipingInGbk.substr(0, 5)));  // cut within a character
    EXPECT_EQ(decoder->decode(kGelipingInGbk.substr(0, 5)), "格里");
}

TEST(TextDecoder, SaysWhichNameItDoesNotKnow) {
    const auto decoder = TextDecoder::from("KLINGON");
    ASSERT_FALSE(decoder);
    EXPECT_THAT(decoder.error().message(), HasSubstr("'KLINGON'"));
}

}  // namespace
}  // namespace jinsha::io
