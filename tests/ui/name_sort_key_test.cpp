#include "ui/name_sort_key.hpp"

#include <gtest/gtest.h>

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

TEST(NameSortKey, OrdersNumbersOfAnyLength) {
    EXPECT_TRUE(comes_before(std::string(200, '1'), std::string(200, '2')));
    EXPECT_TRUE(comes_before("9", std::string(200, '1')));
}

}  // namespace
}  // namespace jinsha::ui
