#include "print/legend_block.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace jinsha::print {
namespace {

const text::FontSet& fonts() {
    static const auto kFonts = *text::FontSet::load();
    return *kFonts;
}

/// Groups of so many entries, their headings "A", "B", …, their entries "A1", "A2", …
scene::Legend legend_of(const std::vector<int>& sizes) {
    scene::Legend legend;
    char name = 'A';
    for (const int size : sizes) {
        legend.groups.push_back({std::string{name}, {}});
        for (int i = 1; i <= size; ++i) {
            legend.groups.back().entries.push_back(
                {std::string{name} + std::to_string(i), {scene::LegendIcon{"badge/energy"}}, 1});
        }
        ++name;
    }
    return legend;
}

/// The texts of each column from its top, columns from the left.
std::vector<std::vector<std::string>> columns(const LegendBlock& block) {
    std::vector<std::vector<std::string>> columns;
    double top = 1e9;
    for (const LegendRow& row : block.rows) {
        if (columns.empty() || row.text.box.top < top) columns.emplace_back();
        top = row.text.box.top;
        columns.back().push_back(row.text.shaped.text);
    }
    return columns;
}

TEST(LegendBlock, StandsBelowItsTitleInColumnsWhereThereIsWidth) {
    const LegendBlock block =
        set_legend(legend_of({3, 3}), {"Legend", "", false}, {700, 300, 1, true}, fonts());
    ASSERT_EQ(block.rows.size(), 9U);
    EXPECT_EQ(block.rows.front().text.shaped.text, "Legend");
    const PageRect title = block.rows.front().text.box;
    for (std::size_t i = 1; i < block.rows.size(); ++i) EXPECT_GE(block.rows[i].text.box.top, title.bottom());
    EXPECT_DOUBLE_EQ(block.rows[1].text.box.top, block.rows[5].text.box.top) << "both headings on one line";
}

TEST(LegendBlock, KeepsASmallGroupTogether) {
    const auto found =
        columns(set_legend(legend_of({3, 3, 4}), {"", "", false}, {900, 300, 1, true}, fonts()));
    const std::vector<std::vector<std::string>> expected{
        {"A", "A1", "A2", "A3"}, {"B", "B1", "B2", "B3"}, {"C", "C1", "C2", "C3", "C4"}};
    EXPECT_EQ(found, expected);
}

TEST(LegendBlock, LeavesNoLineOfALargeGroupAlone) {
    for (int size = 5; size < 14; ++size) {
        const auto found =
            columns(set_legend(legend_of({size, 3}), {"", "", false}, {420, 400, 1, true}, fonts()));
        EXPECT_GT(found.size(), 1U);
        for (const auto& column : found) EXPECT_GE(column.size(), 2U) << size;
    }
}

}  // namespace
}  // namespace jinsha::print
