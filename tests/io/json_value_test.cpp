#include "io/json_value.hpp"

#include <gtest/gtest.h>

namespace jinsha::io {
namespace {

TEST(JsonValue, ReadsAnyValueAsAnAttribute) {
    json::Cursor cursor{R"({"a": [true, null, "x", 2.5]})"};
    const style::Value value = read_value(cursor);
    const auto& object = *std::get<std::shared_ptr<const style::Object>>(value.data);
    const auto& array = *std::get<std::shared_ptr<const style::Array>>(object.at("a").data);
    ASSERT_EQ(array.size(), 4u);
    EXPECT_EQ(std::get<bool>(array[0].data), true);
    EXPECT_TRUE(array[1].is_null());
    EXPECT_EQ(std::get<std::string>(array[2].data), "x");
    EXPECT_EQ(std::get<double>(array[3].data), 2.5);
}

TEST(JsonValue, HasNoNumberThatADoubleCannotHold) {
    json::Cursor cursor{"[1e400, NaN, -Infinity]"};
    const style::Value value = read_value(cursor);
    for (const style::Value& item : *value.array()) EXPECT_TRUE(item.is_null());
}

}  // namespace
}  // namespace jinsha::io
