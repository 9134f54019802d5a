#include "ui/line_break.hpp"

#include "ui/fixed_metrics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::ui {
namespace {

using testing::ElementsAre;

std::vector<std::string_view> lines(std::string_view text, float width_px) {
    return break_lines(FixedMetrics{}, TextStyle::Body, text, width_px);
}

TEST(LineBreak, BreaksChineseBetweenAnyTwoCharacters) {
    EXPECT_THAT(lines("攀枝花市西区", 40), ElementsAre("攀枝花市", "西区"));
}

TEST(LineBreak, LeavesATextThatFitsInOneLine) {
    EXPECT_THAT(lines("攀枝花市", 40), ElementsAre("攀枝花市"));
    EXPECT_THAT(lines("", 40), ElementsAre(""));
}

TEST(LineBreak, DoesNotBeginALineWithWhatCloses) {
    EXPECT_THAT(lines("建成投产，完成", 40), ElementsAre("建成投", "产，完成"));
    EXPECT_THAT(lines("一二三”。四", 40), ElementsAre("一二", "三”。四"));
}

TEST(LineBreak, DoesNotEndALineWithWhatOpens) {
    EXPECT_THAT(lines("打造“水文章”", 29), ElementsAre("打造", "“水文", "章”"));
    EXPECT_THAT(lines("一二三（四）", 40), ElementsAre("一二三", "（四）"));
}

TEST(LineBreak, KeepsEllipsisAndDoubleDashTogether) {
    EXPECT_THAT(lines("一二三——四", 35), ElementsAre("一二", "三——四"));
}

TEST(LineBreak, BreaksWesternTextAtBlanksAndSwallowsThem) {
    EXPECT_THAT(lines("Jinsha  River dam", 30), ElementsAre("Jinsha", "River", "dam"));
}

TEST(LineBreak, BreaksBetweenChineseAndLatinButNotInsideAWordOrNumber) {
    EXPECT_THAT(lines("全长3.5km公路", 42), ElementsAre("全长", "3.5km公", "路"));
}

TEST(LineBreak, BreaksAWordThatIsWiderThanALineAnywhere) {
    EXPECT_THAT(lines("abcdefgh", 15), ElementsAre("abc", "def", "gh"));
}

TEST(LineBreak, PutsAtLeastOneCharacterInALineHoweverNarrow) {
    EXPECT_THAT(lines("西区", 1), ElementsAre("西", "区"));
}

TEST(LineBreak, EndsALineAtANewline) {
    EXPECT_THAT(lines("一\n\n二\r\n三", 100), ElementsAre("一", "", "二", "三"));
}

TEST(LineBreak, CountsTheThinSpaceBetweenChineseAndLatin) {
    EXPECT_THAT(lines("西A", 15), ElementsAre("西", "A"));
    EXPECT_THAT(lines("西A", 17), ElementsAre("西A"));
}

TEST(LineBreak, SurvivesBytesThatAreNoUtf8) {
    EXPECT_EQ(lines("\xE6\xB0", 40).size(), 1U);
}

TEST(Shortened, KeepsWhatFitsAndEndsTheRestWithAnEllipsis) {
    const FixedMetrics metrics;
    EXPECT_EQ(metrics.shortened(TextStyle::Body, "格里坪工业园区", 70), "格里坪工业园区");
    EXPECT_EQ(metrics.shortened(TextStyle::Body, "格里坪工业园区", 36), "格里坪…");
    EXPECT_EQ(metrics.shortened(TextStyle::Body, "ab cdef", 20), "ab...");
    EXPECT_EQ(metrics.shortened(TextStyle::Body, "西区", 1), "…");
}

}  // namespace
}  // namespace jinsha::ui
