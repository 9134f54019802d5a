#include "search/search_index.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace jinsha::search {
namespace {

const std::atomic<bool> kNever{false};

SearchIndex index_of(const std::vector<std::string>& names) {
    std::vector<SearchText> texts;
    for (std::uint32_t i = 0; i < names.size(); ++i) texts.push_back({{0, i}, names[i], true});
    return SearchIndex{std::move(texts)};
}

std::vector<std::string> found(const SearchIndex& index, std::string_view typed, std::size_t most = 10) {
    std::vector<std::string> names;
    for (const SearchHit& hit : index.find(typed, most, kNever)) names.push_back(hit.text);
    return names;
}

using Names = std::vector<std::string>;

TEST(SearchIndex, GivesTheBestFirst) {
    const SearchIndex index = index_of({"攀枝花金沙湖", "金沙湖公园", "金沙湖", "格里坪"});
    EXPECT_EQ(found(index, "jsh"), (Names{"金沙湖", "金沙湖公园", "攀枝花金沙湖"}));
    EXPECT_EQ(found(index, "jsh", 1), Names{"金沙湖"});
    EXPECT_EQ(found(index, "西安"), Names{});
}

TEST(SearchIndex, GivesEqualHitsInTheOrderOfTheFeatures) {
    EXPECT_EQ(found(index_of({"湖一", "湖二", "湖三"}), "湖"), (Names{"湖一", "湖二", "湖三"}));
}

TEST(SearchIndex, GivesAFeatureOnceByTheBestOfItsTexts) {
    const SearchIndex index{
        {{{0, 0}, "金沙湖", true}, {{0, 0}, "Jinsha Lake", true}, {{0, 0}, "打造金沙湖", false}}};
    const auto hits = index.find("jinsha", 10, kNever);
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_EQ(hits[0].text, "Jinsha Lake");  // spelled out
}

TEST(SearchIndex, PutsNamesBeforeOtherTexts) {
    const SearchIndex index{{{{0, 0}, "湖", false}, {{0, 1}, "很长很长的名字里有湖", true}}};
    const auto hits = index.find("湖", 10, kNever);
    ASSERT_EQ(hits.size(), 2u);
    EXPECT_EQ(hits[0].feature.index, 1u);
    EXPECT_TRUE(hits[0].is_name);
}

TEST(SearchIndex, FindsEveryFeatureOfATextThatManyShare) {
    // More different texts than are kept for sharing, so that some are shared and some stand alone.
    SearchIndex index;
    for (std::uint32_t i = 0; i < 10'000; ++i) {
        index.add({{0, i}, "parcel " + std::to_string(i), true});
        index.add({{0, i}, i % 2 == 0 ? "水田" : "旱地", false});
    }
    EXPECT_EQ(index.size(), 20'000);
    EXPECT_EQ(index.find("水田", 100'000, kNever).size(), 5'000);
    const auto late = index.find("9999", 10, kNever);
    ASSERT_EQ(late.size(), 1);
    EXPECT_EQ(late[0].feature, (map::FeatureKey{0, 9'999}));
    EXPECT_EQ(late[0].text, "parcel 9999");
    EXPECT_EQ(index.find("旱地", 1, kNever)[0].feature, (map::FeatureKey{0, 1}));
}

TEST(SearchIndex, SaysWhichBytesWereMet) {
    const auto hits = index_of({"“金沙”湖"}).find("shah", 10, kNever);
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_EQ(hits[0].text.substr(hits[0].match_begin, hits[0].match_end - hits[0].match_begin), "沙”湖");
}

TEST(SearchIndex, StopsWhenCancelled) {
    const std::atomic<bool> cancelled{true};
    EXPECT_TRUE(index_of({"金沙湖"}).find("jsh", 10, cancelled).empty());
}

TEST(SearchIndex, OfNothingFindsNothing) {
    EXPECT_TRUE(SearchIndex{}.find("a", 10, kNever).empty());
    EXPECT_TRUE(index_of({"", "\xff"}).find("a", 10, kNever).empty());
}

}  // namespace
}  // namespace jinsha::search
