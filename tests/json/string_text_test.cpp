#include "json/string_text.hpp"

#include <gtest/gtest.h>

namespace jinsha::json {
namespace {

TEST(StringText, EscapesWhatItMust) {  // RFC 8259, section 7
    EXPECT_EQ(quoted("金沙"), R"("金沙")");
    EXPECT_EQ(quoted("a\"b\\c/d"), R"("a\"b\\c/d")");
    EXPECT_EQ(quoted(std::string_view{"\n\t\x01\0", 4}), R"("\n\t\u0001\u0000")");
    EXPECT_EQ(quoted("\xFF!"), "\"\uFFFD!\"");
}

TEST(StringText, EscapesAllBeyondAsciiWhereAFileDoesSo) {
    EXPECT_EQ(quoted("金a", NonAscii::Escaped), R"("\u91d1a")");
    EXPECT_EQ(quoted("\U0001F600", NonAscii::Escaped), R"("\ud83d\ude00")");
}

TEST(StringText, ComesBackFromItsEscapes) {
    const std::string text = "金沙 \"\\/\b\f\n\r\t \U0001F600 é \x7F";
    for (const NonAscii non_ascii : {NonAscii::Raw, NonAscii::Escaped}) {
        const std::string token = quoted(text, non_ascii);
        EXPECT_EQ(unescaped(std::string_view{token}.substr(1, token.size() - 2)), text);
    }
}

TEST(StringText, TakesHalfAPairAndWhatIsNoEscapeAsTheyAre) {
    EXPECT_EQ(unescaped(R"(\ud83d!)"), "\uFFFD!");
    EXPECT_EQ(unescaped(R"(\x\u12)"), R"(\x\u12)");
    EXPECT_EQ(unescaped("\\"), "\\");
}

}  // namespace
}  // namespace jinsha::json
