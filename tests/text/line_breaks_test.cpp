#include "text/line_breaks.hpp"

#include <gtest/gtest.h>

#include <string>

namespace jinsha::text {
namespace {

/// The text with a bar wherever a line may begin.
std::u32string barred(std::u32string_view text) {
    const auto breaks = line_breaks(text);
    std::u32string barred;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (breaks[i]) barred += U'|';
        barred += text[i];
    }
    return barred;
}

TEST(LineBreaks, LieBetweenChineseCharacters) {
    EXPECT_EQ(barred(U"金沙湖"), U"金|沙|湖");
}

TEST(LineBreaks, LeaveWordsAndNumbersWhole) {
    EXPECT_EQ(barred(U"West District 西区2024年"), U"West |District |西|区|2024|年");
    EXPECT_EQ(barred(U"1,234.5万"), U"1,234.5|万");
    EXPECT_EQ(barred(U"don’t km/h"), U"don’t |km/h");
}

TEST(LineBreaks, NeverPutAClosingMarkAtTheBeginningOfALine) {
    EXPECT_EQ(barred(U"山，水。林、田；湖：草！沙？冰）土》石」玉』金”银’"),
              U"山，|水。|林、|田；|湖：|草！|沙？|冰）|土》|石」|玉』|金”|银’");
}

TEST(LineBreaks, NeverLeaveAnOpeningMarkAtTheEndOfALine) {
    EXPECT_EQ(barred(U"金（沙《湖「山『水“林‘田"), U"金|（沙|《湖|「山|『水|“林|‘田");
}

TEST(LineBreaks, KeepSeveralMarksTogether) {
    EXPECT_EQ(barred(U"（“水文章”）。"), U"（“水|文|章”）。");
}

TEST(LineBreaks, KeepDashesAndEllipsesWhole) {
    EXPECT_EQ(barred(U"金——沙……湖"), U"金——|沙……|湖");
}

TEST(LineBreaks, KeepUnitsAndSignsWithTheirNumbers) {
    EXPECT_EQ(barred(U"约±500米、30%、¥12"), U"约|±500|米、|30%、|¥12");
    EXPECT_EQ(barred(U"26°35′25″N"), U"26°35′25″N");
    EXPECT_EQ(barred(U"12 km²"), U"12 |km²");
}

TEST(LineBreaks, FollowAHyphenButNotInsideARange) {
    EXPECT_EQ(barred(U"G5-京昆 2021-2025"), U"G5-|京|昆 |2021-2025");
}

TEST(LineBreaks, KeepLatinBracketsAndQuotesWithTheirWords) {
    EXPECT_EQ(barred(U"f(x) (y) \"z\""), U"f(x) |(y) |\"z\"");
}

TEST(LineBreaks, RespectGlueAndInvisibleBreaks) {
    EXPECT_EQ(barred(U"10\u00A0km金\u2060沙a\u200Bb"), U"10\u00A0km|金\u2060沙|a\u200B|b");
}

TEST(LineBreaks, KeepMarksWithTheirLetters) {
    EXPECT_EQ(barred(U"山e\u0301水"), U"山|e\u0301|水");
}

TEST(LineBreaks, TakeAnEmptyText) {
    EXPECT_TRUE(line_breaks(U"").empty());
}

TEST(ScriptSide, TellsChineseFromLatin) {
    EXPECT_EQ(script_side(U'湖'), ScriptSide::Chinese);
    EXPECT_EQ(script_side(U'5'), ScriptSide::Latin);
    EXPECT_EQ(script_side(U'é'), ScriptSide::Latin);
    EXPECT_EQ(script_side(U'，'), ScriptSide::Neither);
    EXPECT_EQ(script_side(U' '), ScriptSide::Neither);
}

}  // namespace
}  // namespace jinsha::text
