#include "ui/form_rules.hpp"

#include <gtest/gtest.h>

namespace jinsha::ui {
namespace {

using Kind = FormField::Kind;

FormField field(Kind kind) {
    FormField field;
    field.name = field.label = "f";
    field.kind = kind;
    return field;
}

TEST(FormRules, DemandAValueOnlyWhereItIsRequired) {
    FormField name = field(Kind::Text);
    EXPECT_EQ(fault_of(name, ""), FieldFault::None);
    name.is_required = true;
    EXPECT_EQ(fault_of(name, "  "), FieldFault::Missing);
    EXPECT_EQ(fault_of(name, "金沙湖"), FieldFault::None);
}

TEST(FormRules, TakeNumbersAsPeopleWriteThem) {
    const FormField cost = field(Kind::Real);
    for (const char* text : {"12", "-0.5", "+3", " 7 ", "1e3"})
        EXPECT_EQ(fault_of(cost, text), FieldFault::None) << text;
    for (const char* text : {"twelve", "1,5", "0x10", "inf", "nan", "1 2", "１２"})
        EXPECT_EQ(fault_of(cost, text), FieldFault::NoNumber) << text;
    EXPECT_EQ(*value_of(cost, "+3").number(), 3);
}

TEST(FormRules, HoldNumbersToTheirRangeAndWholeOnesToBeWhole) {
    FormField floors = field(Kind::Integer);
    floors.minimum = 1;
    floors.maximum = 99;
    EXPECT_EQ(fault_of(floors, "1"), FieldFault::None);
    EXPECT_EQ(fault_of(floors, "99"), FieldFault::None);
    EXPECT_EQ(fault_of(floors, "0"), FieldFault::TooSmall);
    EXPECT_EQ(fault_of(floors, "100"), FieldFault::TooLarge);
    EXPECT_EQ(fault_of(floors, "1.5"), FieldFault::NotWhole);
}

TEST(FormRules, KnowTheCalendar) {
    const FormField day = field(Kind::Date);
    EXPECT_EQ(fault_of(day, "2024-02-29"), FieldFault::None);
    for (const char* text : {"2023-02-29", "2024-13-01", "2024/01/31", "today"})
        EXPECT_EQ(fault_of(day, text), FieldFault::NoDate) << text;
    EXPECT_EQ(fault_of(field(Kind::DateTime), "2024-02-29"), FieldFault::NoDateTime);
    EXPECT_EQ(fault_of(field(Kind::DateTime), "2024-02-29T08:00:00+08:00"), FieldFault::None);
}

TEST(FormRules, KeepDatesInTheirOrder) {
    FormField end = field(Kind::Date);
    end.not_before = "begin";
    EXPECT_EQ(fault_of(end, "2024-01-31", "2024-02-01"), FieldFault::TooEarly);
    EXPECT_EQ(fault_of(end, "2024-02-01", "2024-02-01"), FieldFault::None);
    EXPECT_EQ(fault_of(end, "2024-01-31", "soon"), FieldFault::None);
}

TEST(FormRules, TakeNothingThatIsNotOnTheList) {
    FormField theme = field(Kind::Text);
    theme.choices = {{"industry", "工业"}, {"energy", "能源"}};
    EXPECT_EQ(fault_of(theme, "energy"), FieldFault::None);
    EXPECT_EQ(fault_of(theme, "能源"), FieldFault::NotInList);
    EXPECT_EQ(fault_of(theme, ""), FieldFault::None);
}

TEST(FormRules, MakeNullOfNothingAndKeepTextsAsTheyAre) {
    EXPECT_TRUE(value_of(field(Kind::Real), " ").is_null());
    EXPECT_EQ(*value_of(field(Kind::Text), "007").text(), "007");
    EXPECT_EQ(*value_of(field(Kind::Boolean), "false").boolean(), false);
}

TEST(FormRules, ReadJsonIntoTheValueItMeans) {
    const FormField list = field(Kind::Json);
    EXPECT_EQ(fault_of(list, "[1, "), FieldFault::NoJson);
    EXPECT_EQ(fault_of(list, R"([1, {"a": null}])"), FieldFault::None);
    const style::Value value = value_of(list, R"([1, "二"])");
    ASSERT_NE(value.array(), nullptr);
    EXPECT_EQ(*(*value.array())[0].number(), 1);
    EXPECT_EQ(*(*value.array())[1].text(), "二");
}

}  // namespace
}  // namespace jinsha::ui
