#include "json/scan.hpp"

#include <gtest/gtest.h>

#include <string>

namespace jinsha::json {
namespace {

TEST(Scan, EndsAStringAtItsUnescapedQuotationMark) {
    for (std::size_t length = 0; length < 40; ++length) {
        const std::string text = '"' + std::string(length, 'a') + R"(\"b\\")" + ", \"c\"";
        EXPECT_EQ(scan_string(text, 0).end, length + 7) << length;
        EXPECT_EQ(end_of_string(text, 0), length + 7) << length;
    }
}

TEST(Scan, SeesThatAStringIsNotClosed) {
    for (const char* text : {"\"", "\"abc", "\"abcdefghijk\\\"", "\"\\"}) {
        EXPECT_FALSE(scan_string(text, 0).is_closed) << text;
        EXPECT_EQ(scan_string(text, 0).end, std::string_view{text}.size()) << text;
    }
}

TEST(Scan, NotesTheFirstFaultOfEachKind) {
    const std::string text = "\"good \t and \n \\x \\u12 \xFF \xB0\"";
    const StringToken token = scan_string(text, 0);
    EXPECT_TRUE(token.is_closed);
    EXPECT_EQ(token.control_character, 6u);
    EXPECT_EQ(token.bad_escape, 14u);
    EXPECT_EQ(token.not_utf8, 22u);
}

TEST(Scan, KnowsUtf8) {  // Unicode 15, table 3-7
    EXPECT_EQ(utf8_length("a", 0), 1u);
    EXPECT_EQ(utf8_length("é", 0), 2u);
    EXPECT_EQ(utf8_length("金", 0), 3u);
    EXPECT_EQ(utf8_length("😀", 0), 4u);
    EXPECT_EQ(utf8_length("\xC0\x80", 0), 0u) << "overlong";
    EXPECT_EQ(utf8_length("\xED\xA0\x80", 0), 0u) << "half of a pair";
    EXPECT_EQ(utf8_length("\xF4\x90\x80\x80", 0), 0u) << "beyond U+10FFFF";
    EXPECT_EQ(utf8_length("\xE9\x87", 0), 0u) << "cut";
}

TEST(Scan, TellsSoundNumbersFromOthers) {  // RFC 8259, section 6
    for (const std::string text : {"0", "-0", "12", "1.50", "3e2", "-1.5E-10", "1200.50"}) {
        EXPECT_TRUE(scan_number(text, 0).is_sound) << text;
        EXPECT_EQ(scan_number(text + ",", 0).end, text.size()) << text;
    }
    for (const std::string text : {"01", "1.", ".5", "+1", "-", "1e", "--1", "NaN", "-Infinity"}) {
        EXPECT_FALSE(scan_number(text, 0).is_sound) << text;
        EXPECT_EQ(scan_number(text + "]", 0).end, text.size()) << text;
    }
    EXPECT_EQ(scan_number("x", 0).end, 0u);
}

}  // namespace
}  // namespace jinsha::json
