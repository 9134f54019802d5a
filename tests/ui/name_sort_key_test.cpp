#include "ui/name_sort_key.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace jinsha::ui {
namespace {

bool comes_before(std::string_view a, std::string_view b) {
    return name_sort_key(a) < name_sort_key(b);
}

TEST(NameSortKey, PutsNumbersInTheOrderOfTheirValues) {
    EXPECT_TRUE(comes_before("第2期.png", "第10期.png"));
    EXPECT_TRUE(comes_before("map 9", "map 10"));
    EXPECT_TRUE(comes_before("a007b", "a8"));
    EXPECT_TRUE(comes_before("0", "1"));
}

TEST(NameSortKey, DoesNotLookAtTheCaseOfLetters) {
    EXPECT_EQ(name_sort_key("Map.PNG"), name_sort_key("map.png"));
    EXPECT_TRUE(comes_before("b", "C"));
}

TEST(NameSortKey, PutsLatinBeforeChinese) {
    EXPECT_TRUE(comes_before("zebra", "安康"));
}

// As a dictionary has them: an kang, dong qu, jin sha, pan zhi hua, xi qu.
TEST(NameSortKey, PutsChineseInTheOrderOfItsPinyin) {
    const std::vector<std::string_view> names{"安康", "昂首", "东区", "金沙", "金属", "攀枝花", "西区"};
    for (std::size_t i = 1; i < names.size(); ++i)
        EXPECT_TRUE(comes_before(names[i - 1], names[i])) << names[i - 1] << " before " << names[i];
    EXPECT_TRUE(comes_before("西区", "西区1"));
    EXPECT_NE(name_sort_key("市"), name_sort_key("是")) << "two characters, one reading";
}

TEST(NameSortKey, PutsWhatHasNoReadingLast) {
    EXPECT_TRUE(comes_before("做", "\u00e9t\u00e9"));
}

TEST(NameSortKey, TakesBrokenBytesAsTheyAre) {
    EXPECT_NE(name_sort_key("\xFF"), name_sort_key("\xFE"));
}

TEST(NameSortKey, OrdersNumbersOfAnyLength) {
    EXPECT_TRUE(comes_before(std::string(200, '1'), std::string(200, '2')));
    EXPECT_TRUE(comes_before("9", std::string(200, '1')));
}

}  // namespace
}  // namespace jinsha::ui
