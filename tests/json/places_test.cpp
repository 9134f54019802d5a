#include "json/places.hpp"

#include <gtest/gtest.h>

namespace jinsha::json {
namespace {

TEST(Places, CountLinesAndCharactersFromOne) {
    const std::string text = "a\n金沙x\r\ny";
    const Places places{text};
    EXPECT_EQ(places.at(0), (Place{1, 1}));
    EXPECT_EQ(places.at(2), (Place{2, 1}));
    EXPECT_EQ(places.at(8), (Place{2, 3})) << "x, behind two Chinese characters";
    EXPECT_EQ(places.at(11), (Place{3, 1}));
    EXPECT_EQ(places.at(text.size()), (Place{3, 2}));
}

TEST(Places, DoNotCountAByteOrderMark) {
    const std::string text = "\xEF\xBB\xBF{}";
    EXPECT_EQ(Places{text}.at(3), (Place{1, 1}));
    EXPECT_EQ(place_in(text, 4), (Place{1, 2}));
}

TEST(Places, AreTheSameFromAnyDistance) {
    std::string text;
    for (int i = 0; i < 40'000; ++i) text += i % 7 == 0 ? "\n" : i % 3 == 0 ? "沙" : "x";
    const Places places{text};
    for (std::size_t offset = 0; offset < text.size(); offset += 1511)
        EXPECT_EQ(places.at(offset), place_in(text, offset)) << offset;
}

}  // namespace
}  // namespace jinsha::json
