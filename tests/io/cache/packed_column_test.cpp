#include "io/cache/packed_column.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace jinsha::io {
namespace {

std::optional<map::AttributeColumn> there_and_back(const map::AttributeColumn& column) {
    PackedWriter out;
    pack_column(column, out);
    return unpack_column(out.bytes());
}

TEST(PackedColumn, GivesBackValuesOfEveryKind) {
    const std::vector<style::Value> values{{},
                                           {true},
                                           {false},
                                           {0.0},
                                           {-0.0},
                                           {42.0},
                                           {-9007199254740991.0},
                                           {0.1},
                                           {std::numeric_limits<double>::max()},
                                           {"水田"},
                                           {""},
                                           style::make_array({{1.0}, {"二"}}),
                                           style::make_object({{"键", {3.0}}})};
    map::AttributeColumn column;
    column.push_absent();
    for (const style::Value& value : values) column.push(value);
    const auto back = there_and_back(column);
    ASSERT_TRUE(back);
    ASSERT_EQ(back->size(), values.size() + 1);
    EXPECT_FALSE(back->has(0));
    for (std::size_t i = 0; i < values.size(); ++i) {
        EXPECT_TRUE(back->has(i + 1));
        EXPECT_EQ(back->at(i + 1), values[i]);
    }
}

TEST(PackedColumn, IsNotFooledByCutOrChangedBytes) {
    map::AttributeColumn column;
    for (const char* text : {"甲", "乙", "甲"}) column.push_text(text);
    column.push_number(1.5);
    PackedWriter out;
    pack_column(column, out);
    for (std::size_t size = 0; size < out.size(); ++size)
        EXPECT_FALSE(unpack_column(std::string_view{out.bytes()}.substr(0, size)));
    EXPECT_FALSE(unpack_column(out.bytes() + "x"));
    EXPECT_FALSE(unpack_column("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"));
}

}  // namespace
}  // namespace jinsha::io
