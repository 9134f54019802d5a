#include "text/label.hpp"
#include "text/test_fonts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace jinsha::text {
namespace {

ShapedText shaped(std::string_view text, const TextFormat& format = {.size_px = 10}) {
    return shape(test_fonts(), text, format);
}

/// The text line by line, as the glyphs stand; lines from the top.
std::vector<std::string> lines_of(const ShapedText& text) {
    std::vector<std::string> lines;
    double y = -1e9;
    for (std::size_t i = 0; i < text.glyphs.size(); ++i) {
        const std::size_t first = text.glyphs[i].cluster;
        const std::size_t last = i + 1 < text.glyphs.size() ? text.glyphs[i + 1].cluster : text.text.size();
        if (text.glyphs[i].y > y + 1) lines.emplace_back();
        y = text.glyphs[i].y;
        lines.back() += text.text.substr(first, last - first);
    }
    for (std::string& line : lines) std::erase(line, '\n');
    return lines;
}

using Lines = std::vector<std::string>;

TEST(Shape, GivesEveryChineseCharacterOneEm) {
    const ShapedText text = shaped("金沙湖");
    ASSERT_EQ(text.glyphs.size(), 3u);
    EXPECT_DOUBLE_EQ(text.width_px, 30);
    EXPECT_DOUBLE_EQ(text.glyphs[0].x, -15);
    EXPECT_DOUBLE_EQ(text.glyphs[2].x, 5);
    EXPECT_EQ(text.glyphs[2].cluster, 6u);
}

TEST(Shape, MakesTheBoxOfAdvancesAndLineHeights) {
    const ShapedText text = shaped("Jinsha Lake\n金沙湖", {.size_px = 10, .line_height_px = 14});
    double width = 0;
    for (const PlacedGlyph& glyph : text.glyphs)
        if (glyph.cluster < 11) width += glyph.advance;
    EXPECT_NEAR(text.width_px, width, 1e-9);
    EXPECT_DOUBLE_EQ(text.height_px, 28);
    EXPECT_EQ(text.line_count, 2);
}

TEST(Shape, TakesALineHeightOfItsOwnWhenNoneIsGiven) {
    EXPECT_DOUBLE_EQ(shaped("金").height_px, 12);
}

TEST(Shape, KeepsAdvancesUnhinted) {
    const double at_10 = shaped("Panzhihua").width_px;
    EXPECT_NEAR(shaped("Panzhihua", {.size_px = 13.7}).width_px, at_10 * 1.37, 1e-9);
}

TEST(Shape, CentresCharactersOnTheLine) {
    // Noto Sans CJK draws its Chinese characters between 0.88 em above and 0.12 em below the baseline.
    const ShapedText text = shaped("国");
    EXPECT_DOUBLE_EQ(text.baseline_px, 3.8);
    EXPECT_DOUBLE_EQ(text.glyphs[0].y, 3.8);
}

TEST(Shape, SpacesLettersButNotBehindTheLastOfALine) {
    const ShapedText text = shaped("金沙湖\n水", {.size_px = 10, .letter_spacing_px = 3});
    EXPECT_DOUBLE_EQ(text.width_px, 36);
    EXPECT_DOUBLE_EQ(text.glyphs[1].x - text.glyphs[0].x, 13);
    EXPECT_DOUBLE_EQ(text.glyphs[3].x, -5);
}

TEST(Shape, SetsAnEighthOfAnEmBetweenChineseAndLatin) {
    const double apart = shaped("金").width_px + shaped("G5").width_px + shaped("路").width_px;
    EXPECT_NEAR(shaped("金G5路").width_px, apart + 2.5, 1e-9);
    EXPECT_NEAR(shaped("金，G").width_px, shaped("金，").width_px + shaped("G").width_px, 1e-9);
}

TEST(Shape, BreaksLinesOfEvenLength) {
    EXPECT_EQ(lines_of(shaped("格里坪工业园区", {.size_px = 10, .max_width_px = 60})),
              (Lines{"格里坪工", "业园区"}));
}

TEST(Shape, BreaksWhereChineseAndLatinAllow) {
    EXPECT_EQ(lines_of(shaped("园区平台，承载力", {.size_px = 10, .max_width_px = 40})),
              (Lines{"园区平", "台，承", "载力"}));
    EXPECT_EQ(lines_of(shaped("West District", {.size_px = 10, .max_width_px = 45})),
              (Lines{"West ", "District"}));
    EXPECT_EQ(lines_of(shaped("装机2024万千瓦", {.size_px = 10, .max_width_px = 24})),
              (Lines{"装机", "2024", "万千", "瓦"}));
}

TEST(Shape, PutsNoClosingMarkFirstAndNoOpeningMarkLast) {
    const auto is_one_of = [](const std::string& mark, std::string_view marks) {
        return marks.find(mark) != std::string_view::npos;
    };
    const char* text = "以“水文章”为题，（金沙湖）、《规划》等：一江两岸；可以！为何？";
    for (double width = 10; width < 120; width += 10) {
        for (const std::string& line : lines_of(shaped(text, {.size_px = 10, .max_width_px = width}))) {
            EXPECT_FALSE(is_one_of(line.substr(0, 3), "，。、；：！？）》」”’")) << line << " at " << width;
            EXPECT_FALSE(is_one_of(line.substr(line.size() - 3), "（《「“‘")) << line << " at " << width;
        }
    }
}

TEST(Shape, BreaksAtLineFeedsAndKeepsEmptyLines) {
    const ShapedText text = shaped("金\n\n沙");
    EXPECT_EQ(text.line_count, 3);
    EXPECT_DOUBLE_EQ(text.glyphs[1].y - text.glyphs[0].y, 24);
}

TEST(Shape, LetsAWordStandOutRatherThanBreakingIt) {
    const ShapedText text = shaped("金 Panzhihua", {.size_px = 10, .max_width_px = 20});
    EXPECT_EQ(lines_of(text), (Lines{"金 ", "Panzhihua"}));
    EXPECT_GT(text.width_px, 20);
}

TEST(Shape, AlignsLines) {
    const auto first_x_of_second_line = [](Alignment alignment) {
        return shaped("金沙湖\n水", {.size_px = 10, .alignment = alignment}).glyphs[3].x;
    };
    EXPECT_DOUBLE_EQ(first_x_of_second_line(Alignment::Left), -15);
    EXPECT_DOUBLE_EQ(first_x_of_second_line(Alignment::Center), -5);
    EXPECT_DOUBLE_EQ(first_x_of_second_line(Alignment::Right), 5);
}

TEST(Shape, GivesAnEmptyTextNoBox) {
    const ShapedText text = shaped("");
    EXPECT_TRUE(text.glyphs.empty());
    EXPECT_EQ(text.line_count, 0);
    EXPECT_DOUBLE_EQ(text.width_px, 0);
    EXPECT_DOUBLE_EQ(text.height_px, 0);
}

TEST(Shape, RepairsWhatIsNoUtf8) {
    EXPECT_EQ(shaped("金\xFF沙").text, "金\uFFFD沙");
}

TEST(Shape, CutsAVeryLongText) {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += "金";
    const ShapedText cut = shaped(text, {.size_px = 10, .max_width_px = 100});
    EXPECT_EQ(cut.glyphs.size(), 2000u);
    EXPECT_TRUE(cut.text.ends_with("金…"));
    EXPECT_EQ(cut.line_count, 200);
}

TEST(Shape, IsTheSameEveryTime) {
    const TextFormat format{.size_px = 12, .letter_spacing_px = 1, .max_width_px = 50};
    EXPECT_EQ(shaped("金沙湖国家湿地公园 Jinsha", format), shaped("金沙湖国家湿地公园 Jinsha", format));
}

TEST(Shape, DrawsBoldWithTheBoldFont) {
    EXPECT_NE(shaped("Jinsha", {.weight = FontWeight::Bold, .size_px = 10}).width_px,
              shaped("Jinsha").width_px);
}

TEST(Shape, FormsLigaturesOnlyWithoutLetterSpacing) {
    const std::size_t apart = shaped("ffi", {.size_px = 10, .letter_spacing_px = 2}).glyphs.size();
    EXPECT_EQ(apart, 3u);
    EXPECT_LE(shaped("ffi").glyphs.size(), apart);
}

TEST(GlyphGroups, StandWhereTheirCharactersStand) {
    const auto groups = glyph_groups(shaped("金沙"));
    ASSERT_EQ(groups.size(), 2u);
    EXPECT_DOUBLE_EQ(groups[0].middle_x, -5);
    EXPECT_DOUBLE_EQ(groups[1].middle_x, 5);
    EXPECT_DOUBLE_EQ(groups[1].advance, 10);
}

TEST(GlyphGroups, KeepAMarkWithItsLetter) {
    const ShapedText text = shaped("x\u0323y");
    const auto groups = glyph_groups(text);
    ASSERT_EQ(groups.size(), 2u);
    EXPECT_EQ(groups.back().last, text.glyphs.size());
    EXPECT_EQ(group_text(text, groups[0]).text, "x\u0323");
}

TEST(GlyphGroups, BecomeTextsOfTheirOwnAroundTheirMiddle) {
    const ShapedText text = shaped("金沙\n湖水", {.size_px = 10, .letter_spacing_px = 4});
    for (const GlyphGroup& group : glyph_groups(text)) {
        const ShapedText alone = group_text(text, group);
        EXPECT_EQ(alone.text, text.text.substr(text.glyphs[group.first].cluster, 3));
        EXPECT_DOUBLE_EQ(alone.width_px, 10);
        EXPECT_DOUBLE_EQ(alone.height_px, 12);
        ASSERT_EQ(alone.glyphs.size(), 1u);
        EXPECT_NEAR(alone.glyphs[0].x, -5, 1e-9);
        EXPECT_NEAR(alone.glyphs[0].y, 3.8, 1e-9);
    }
}

}  // namespace
}  // namespace jinsha::text
