#include "json/cursor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace jinsha::json {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

double number_in(std::string_view text) {
    Cursor cursor{text};
    const double value = cursor.number();
    EXPECT_FALSE(cursor.has_failed()) << text;
    EXPECT_EQ(cursor.number_text(), text);
    return value;
}

std::string string_in(std::string_view text) {
    Cursor cursor{text};
    std::string value{cursor.string()};
    EXPECT_FALSE(cursor.has_failed()) << text;
    return value;
}

std::string error_in(std::string_view text) {
    Cursor cursor{text};
    cursor.skip();
    return cursor.error() ? cursor.error()->message() : "";
}

TEST(Cursor, ReadsNumbersToTheLastBit) {
    EXPECT_EQ(number_in("0"), 0);
    EXPECT_EQ(number_in("-12"), -12);
    EXPECT_EQ(number_in("101.6042"), 101.6042);
    EXPECT_EQ(number_in("26.590212345678901"), 26.590212345678901);
    EXPECT_EQ(number_in("123456789012.345"), 123456789012.345);
    EXPECT_EQ(number_in("-1.5e-3"), -1.5e-3);
    EXPECT_EQ(number_in("9007199254740993"), 9007199254740992);
    EXPECT_EQ(number_in("0.1000000000000000055511151231257827"), 0.1);
}

TEST(Cursor, TakesNumbersThatADoubleCannotHoldForInfinite) {
    EXPECT_TRUE(std::isinf(number_in("1e400")));
    EXPECT_EQ(number_in("1e-400"), 0);
    EXPECT_TRUE(std::isnan(number_in("NaN")));
    EXPECT_EQ(number_in("-Infinity"), -INFINITY);
}

TEST(Cursor, ReadsEscapesInStrings) {
    EXPECT_EQ(string_in(R"("金沙")"), "金沙");
    EXPECT_EQ(string_in(R"("a\"b\\c\/d\n\t")"), "a\"b\\c/d\n\t");
    EXPECT_EQ(string_in(R"("\u91d1\u6C99")"), "金沙");
    EXPECT_EQ(string_in(R"("\ud83d\ude00")"), "\U0001F600");
    EXPECT_EQ(string_in(R"("\ud83d!")"), "\uFFFD!");
}

TEST(Cursor, WalksThroughMembersAndElements) {
    Cursor cursor{R"( {"a": [1, 2, 3], "b": {}, "c": [] } )"};
    std::vector<std::string> keys;
    std::vector<double> numbers;
    cursor.members([&](std::string_view key) {
        keys.emplace_back(key);
        if (key == "a")
            cursor.elements([&] { numbers.push_back(cursor.number()); });
        else
            cursor.skip();
    });
    EXPECT_FALSE(cursor.has_failed());
    EXPECT_THAT(keys, ElementsAre("a", "b", "c"));
    EXPECT_THAT(numbers, ElementsAre(1, 2, 3));
}

TEST(Cursor, StepsOverAByteOrderMark) {
    Cursor cursor{"\xEF\xBB\xBF 7"};
    EXPECT_EQ(cursor.number(), 7);
}

TEST(Cursor, SaysWhereItExpectedWhat) {
    EXPECT_EQ(error_in("{\"a\": 1,\n \"b\" 2}"), "line 2, column 6: expected ':', found a number");
    EXPECT_EQ(error_in("[1, 2"), "line 1, column 6: expected ',' or ']', found the end of the text");
    EXPECT_EQ(error_in("[1, ]"), "line 1, column 5: expected a value, found ']'");
    EXPECT_EQ(error_in("{'a': 1}"), "line 1, column 2: expected a key in quotation marks, found '''");
    EXPECT_EQ(error_in(""), "line 1, column 1: expected a value, found the end of the text");
    EXPECT_THAT(error_in("\"abc"), HasSubstr("expected '\"' at the end of a string"));
    EXPECT_THAT(error_in(R"("\x")"), HasSubstr("expected an escape"));
    EXPECT_THAT(error_in(R"("\u12")"), HasSubstr("expected an escape"));
    EXPECT_THAT(error_in("tru"), HasSubstr("expected a value"));
    EXPECT_THAT(error_in("-"), HasSubstr("expected a number"));
}

TEST(Cursor, DoesNotFollowEndlessNesting) {
    EXPECT_THAT(error_in(std::string(100'000, '[')), HasSubstr("at most 512 levels"));
}

TEST(Cursor, StaysQuietAfterItsFirstError) {
    Cursor cursor{"[}"};
    cursor.skip();
    const std::string first = cursor.error()->message();
    EXPECT_EQ(cursor.number(), 0);
    EXPECT_EQ(cursor.string(), "");
    cursor.skip();
    EXPECT_EQ(cursor.error()->message(), first);
}

}  // namespace
}  // namespace jinsha::json
