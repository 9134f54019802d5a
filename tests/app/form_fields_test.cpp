#include "app/form_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::app {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

style::Value text(const char* text) {
    return {std::string{text}};
}

ui::FormField field(const std::string& name, ui::FormField::Kind kind = ui::FormField::Kind::Text) {
    ui::FormField field;
    field.name = field.label = name;
    field.kind = kind;
    return field;
}

map::FeatureState feature(std::vector<map::Attribute> attributes,
                          geo::GeometryType type = geo::GeometryType::Point) {
    auto geometry = std::make_shared<geo::Geometry>();
    geometry->type = type;
    return {std::move(geometry), {}, std::move(attributes)};
}

const AutomaticValues kAutomatic{"2026-01-31", "2026-01-31T08:00:00+08:00", "测绘院", "position_quality"};
const std::vector<ui::FormField> kFields{field("name"), field("updated"), field("source"),
                                         field("position_quality")};

std::vector<std::string> names(const std::vector<map::Attribute>& attributes) {
    std::vector<std::string> names;
    for (const map::Attribute& attribute : attributes) names.push_back(attribute.name);
    return names;
}

TEST(FormFields, SayWhenWhereFromAndHowSureWithEveryChange) {
    const auto set = with_automatic({{"name", text("湖")}}, kFields, feature({}), {}, kAutomatic);
    EXPECT_THAT(set,
                ElementsAre(map::Attribute{"name", text("湖")}, map::Attribute{"updated", text("2026-01-31")},
                            map::Attribute{"source", text("测绘院")},
                            map::Attribute{"position_quality", text("approximate")}));
}

TEST(FormFields, LeaveWhatIsKnownAlready) {
    const auto known = feature({{"source", text("规划局")}, {"position_quality", text("known")}});
    const auto set = with_automatic({{"name", text("湖")}}, kFields, known, {}, kAutomatic);
    EXPECT_THAT(names(set), ElementsAre("name", "updated"));
}

TEST(FormFields, LeaveWhatWasToldOtherwise) {
    const auto set =
        with_automatic({{"updated", text("2020-01-01")}}, kFields, feature({}), {"source"}, kAutomatic);
    EXPECT_THAT(names(set), ElementsAre("updated", "position_quality"));
}

TEST(FormFields, AddNoFieldsThatTheSourceDoesNotHave) {
    const auto set = with_automatic({{"name", text("湖")}}, {field("name")}, feature({}), {}, kAutomatic);
    EXPECT_THAT(names(set), ElementsAre("name"));
}

TEST(FormFields, SayNothingOfHowSureALineIs) {
    const auto line = feature({}, geo::GeometryType::Line);
    const auto set = with_automatic({{"name", text("路")}}, kFields, line, {}, kAutomatic);
    EXPECT_THAT(names(set), ElementsAre("name", "updated", "source"));
}

TEST(FormFields, WriteTheMomentWhereOneIsWanted) {
    const auto set =
        with_automatic({}, {field("updated", ui::FormField::Kind::DateTime)}, feature({}), {}, kAutomatic);
    EXPECT_THAT(set, ElementsAre(map::Attribute{"updated", text("2026-01-31T08:00:00+08:00")}));
}

TEST(FormFields, ShowValuesAndWhatOnlyThisFeatureHas) {
    const auto shown = filled({field("name"), field("cost", ui::FormField::Kind::Real)},
                              feature({{"cost", {12.5}}, {"open", {true}}}));
    ASSERT_THAT(shown, SizeIs(3));
    EXPECT_EQ(shown[0].text, "");
    EXPECT_EQ(shown[1].text, "12.5");
    EXPECT_EQ(shown[2].kind, ui::FormField::Kind::Boolean);
    EXPECT_EQ(shown[2].text, "true");
}

TEST(FormFields, EditATextAmongNumbersAsAText) {
    const auto shown = filled({field("cost", ui::FormField::Kind::Real)}, feature({{"cost", text("many")}}));
    EXPECT_EQ(shown.front().kind, ui::FormField::Kind::Text);
}

TEST(FormFields, HoldDescribedFieldsToTheirType) {
    ui::FormField cost = field("cost", ui::FormField::Kind::Real);
    cost.is_described = true;
    const auto shown = filled({cost}, feature({{"cost", text("many")}}));
    EXPECT_EQ(shown.front().kind, ui::FormField::Kind::Real);
}

}  // namespace
}  // namespace jinsha::app
