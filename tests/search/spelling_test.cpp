#include "search/spelling.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace jinsha::search {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> sorted(std::vector<std::string> names) {
    std::ranges::sort(names, {}, [](const std::string& name) { return spelled_for_sorting(name); });
    return names;
}

TEST(Spelling, SortsChineseByPinyin) {
    EXPECT_THAT(sorted({"清香坪", "大水井", "玉泉", "格里坪", "陶家渡", "宝鼎"}),
                ElementsAre("宝鼎", "大水井", "格里坪", "清香坪", "陶家渡", "玉泉"));
}

TEST(Spelling, PutsAShorterSyllableBeforeALongerOne) {
    EXPECT_THAT(sorted({"连山", "李家湾"}), ElementsAre("李家湾", "连山"));
}

TEST(Spelling, KeepsCharactersOfOneSyllableTogether) {
    EXPECT_THAT(sorted({"李三", "里二", "李一"}), ElementsAre("李三", "李一", "里二"));
}

TEST(Spelling, PutsLatinBeforeChinese) {
    EXPECT_THAT(sorted({"安宁", "zoo"}), ElementsAre("zoo", "安宁"));
}

TEST(Spelling, LeavesBrokenUtf8AsItIs) {
    EXPECT_EQ(spelled_for_sorting("a\xE5\x8E"), "a\xE5\x8E");
    EXPECT_EQ(spelled_for_sorting(""), "");
}

}  // namespace
}  // namespace jinsha::search
