#include "text/line_choice.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace jinsha::text {
namespace {

/// `count` characters of width 10 that lines may begin with anywhere.
std::vector<LinePiece> characters(std::size_t count, double gap_after = 0) {
    return std::vector<LinePiece>(count, LinePiece{10, gap_after, false, true});
}

std::vector<std::size_t> lengths(const std::vector<LineRange>& lines) {
    std::vector<std::size_t> lengths;
    for (const LineRange& line : lines) lengths.push_back(line.last - line.first);
    return lengths;
}

using Lengths = std::vector<std::size_t>;

TEST(LineChoice, LeavesWhatFitsOnOneLine) {
    EXPECT_EQ(lengths(choose_lines(characters(5), 50)), Lengths{5});
}

TEST(LineChoice, NeverBreaksWithoutAWidth) {
    EXPECT_EQ(lengths(choose_lines(characters(99), 0)), Lengths{99});
}

TEST(LineChoice, EvensOutTheLines) {
    EXPECT_EQ(lengths(choose_lines(characters(6), 50)), (Lengths{3, 3}));
    EXPECT_EQ(lengths(choose_lines(characters(9), 40)), (Lengths{3, 3, 3}));
}

TEST(LineChoice, CountsNoGapAtTheEndOfALine) {
    const auto lines = choose_lines(characters(4, 2), 22);
    ASSERT_EQ(lengths(lines), (Lengths{2, 2}));
    EXPECT_DOUBLE_EQ(lines[0].width, 22);
}

TEST(LineChoice, CountsNoSpaceAtTheEndOfALine) {
    auto pieces = characters(5);
    pieces[2] = {4, 0, true, false};
    const auto lines = choose_lines(pieces, 20);
    ASSERT_EQ(lengths(lines), (Lengths{3, 2}));
    EXPECT_DOUBLE_EQ(lines[0].width, 20);
}

TEST(LineChoice, LetsAWordStandOutThatIsWiderThanTheLine) {
    auto pieces = characters(8);
    for (std::size_t i = 2; i < 7; ++i) pieces[i].may_begin_line = false;  // one word of pieces 1 to 6
    EXPECT_EQ(lengths(choose_lines(pieces, 30)), (Lengths{1, 6, 1}));
}

TEST(LineChoice, UsesNoMoreLinesThanNeeded) {
    EXPECT_EQ(choose_lines(characters(100), 100).size(), 10u);
    EXPECT_EQ(choose_lines(characters(101), 100).size(), 11u);
}

TEST(LineChoice, GivesOneEmptyLineForNothing) {
    EXPECT_EQ(choose_lines({}, 100), (std::vector<LineRange>{{0, 0, 0}}));
}

}  // namespace
}  // namespace jinsha::text
