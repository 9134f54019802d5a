#include "map/attribute_column.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace jinsha::map {
namespace {

style::Value array_of_two() {
    return {std::make_shared<const style::Array>(style::Array{{1.0}, {2.0}})};
}

/// One value of every kind.
AttributeColumn column() {
    AttributeColumn column;
    column.push_absent();
    column.push_null();
    column.push_boolean(true);
    column.push_number(26.5);
    column.push_text("格里坪");
    column.push(array_of_two());
    column.push_text("格里坪");
    return column;
}

TEST(AttributeColumn, GivesBackEveryKindOfValue) {
    const AttributeColumn values = column();
    ASSERT_EQ(values.size(), 7u);
    EXPECT_TRUE(values.at(0).is_null());
    EXPECT_TRUE(values.at(1).is_null());
    EXPECT_EQ(std::get<bool>(values.at(2).data), true);
    EXPECT_EQ(std::get<double>(values.at(3).data), 26.5);
    EXPECT_EQ(std::get<std::string>(values.at(4).data), "格里坪");
    EXPECT_EQ(std::get<std::shared_ptr<const style::Array>>(values.at(5).data)->size(), 2u);
}

TEST(AttributeColumn, TellsAbsentFromNull) {
    const AttributeColumn values = column();
    EXPECT_FALSE(values.has(0));
    EXPECT_TRUE(values.has(1));
    EXPECT_FALSE(values.has(99));
    EXPECT_TRUE(values.at(99).is_null());
}

TEST(AttributeColumn, LendsTextsWithoutCopying) {
    const AttributeColumn values = column();
    EXPECT_EQ(values.text_at(4), "格里坪");
    EXPECT_EQ(values.text_at(4)->data(), values.text_at(6)->data());
    EXPECT_EQ(values.text_at(3), std::nullopt);
    EXPECT_EQ(values.text_at(99), std::nullopt);
}

TEST(AttributeColumn, ChangesEveryTextOnce) {
    AttributeColumn values = column();
    int changes = 0;
    values.change_texts([&](const std::string& text) {
        ++changes;
        return text + "镇";
    });
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(values.text_at(6), "格里坪镇");
    values.push_text("格里坪镇");
    EXPECT_EQ(values.text_at(7)->data(), values.text_at(6)->data());
}

TEST(AttributeColumn, SelectsFeatures) {
    const AttributeColumn chosen = column().selected({false, false, true, false, true, true, false});
    ASSERT_EQ(chosen.size(), 3u);
    EXPECT_EQ(std::get<bool>(chosen.at(0).data), true);
    EXPECT_EQ(chosen.text_at(1), "格里坪");
    EXPECT_EQ(std::get<std::shared_ptr<const style::Array>>(chosen.at(2).data)->size(), 2u);
}

TEST(AttributeColumn, PadsWithAbsentValues) {
    AttributeColumn values;
    values.pad_to(3);
    values.push_number(1);
    values.pad_to(2);
    EXPECT_EQ(values.size(), 4u);
    EXPECT_FALSE(values.has(2));
}

}  // namespace
}  // namespace jinsha::map
