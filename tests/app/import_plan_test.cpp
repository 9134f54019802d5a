#include "app/import_plan.hpp"

#include "map/memory_feature_source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr double kCentimetre = 0.01;

struct Place {
    const char* id;
    double x, y;
    const char* name;
};

std::shared_ptr<const map::FeatureSource> places(const std::vector<Place>& places) {
    map::MemoryFeatureSourceBuilder builder;
    for (const Place& place : places) {
        const geo::Geometry point{geo::GeometryType::Point, {{place.x, place.y}}, {1}};
        const style::Value id = *place.id ? style::Value{std::string{place.id}} : style::Value{};
        builder.add(point.view(), id, {{"name", style::Value{std::string{place.name}}}});
    }
    return builder.build({});
}

ui::FormField target_field(const std::string& name, const std::string& label) {
    ui::FormField field;
    field.name = name;
    field.label = label;
    return field;
}

const std::vector<FieldMatch> kNames{{"name", "name_zh", false}};

TEST(ImportPlan, MatchesFieldsByNameThenByLabelWhateverTheirCase) {
    const std::vector<ui::FormField> target{target_field("name_zh", "名称"), target_field("cost", "Cost")};
    EXPECT_THAT(match_fields({{"名称", "string"}, {"COST", "real"}, {"note", "string"}}, target),
                ElementsAre(FieldMatch{"名称", "name_zh", false}, FieldMatch{"COST", "cost", false},
                            FieldMatch{"note", "note", true}));
}

TEST(ImportPlan, GivesAFieldOfTheTargetToOneFieldAlone) {
    const auto matches =
        match_fields({{"name", "string"}, {"NAME", "string"}}, {target_field("name", "名称")});
    EXPECT_THAT(matches, ElementsAre(FieldMatch{"name", "name", false}, FieldMatch{"NAME", "NAME", true}));
}

TEST(ImportPlan, PrefersTheNameOfAFieldToItsLabel) {
    const auto matches =
        match_fields({{"名称", "string"}, {"name_zh", "string"}}, {target_field("name_zh", "名称")});
    EXPECT_THAT(matches,
                ElementsAre(FieldMatch{"名称", "名称", true}, FieldMatch{"name_zh", "name_zh", false}));
}

TEST(ImportPlan, KnowsDuplicatesByIdAndByPlace) {
    const auto there = places({{"a", 0, 0, "甲"}, {"", 100, 100, "乙"}});
    const auto incoming = places({{"a", 5, 5, "甲二"}, {"z", 100.004, 100, "乙二"}, {"", 100.1, 100, "丙"}});
    EXPECT_THAT(duplicates(*incoming, *there, kCentimetre),
                ElementsAre(Duplicate{0, 0, true}, Duplicate{1, 1, false}));
}

TEST(ImportPlan, TakesWithoutAnIdForTheSameAsNothing) {
    const auto there = places({{"", 0, 0, "甲"}});
    EXPECT_THAT(duplicates(*places({{"", 1, 1, "乙"}}), *there, kCentimetre), IsEmpty());
}

TEST(ImportPlan, SkipsDuplicates) {
    const auto incoming = places({{"a", 0, 0, "甲"}, {"b", 1, 1, "乙"}});
    const auto plan = plan_import(*incoming, kNames, {{0, 7, true}}, ui::OnDuplicate::Skip);
    ASSERT_THAT(plan.features, SizeIs(1));
    EXPECT_THAT(plan.replaced, IsEmpty());
    EXPECT_EQ(plan.features[0].attributes, (std::vector<map::Attribute>{{"name_zh", {std::string{"乙"}}}}));
    EXPECT_EQ(plan.features[0].geometry.points[0], (geo::MapPoint{1, 1}));
}

TEST(ImportPlan, ReplacesWhatIsThereByTheLastOfSeveral) {
    const auto incoming = places({{"a", 0, 0, "甲"}, {"a", 1, 1, "乙"}});
    const auto plan = plan_import(*incoming, kNames, {{0, 7, true}, {1, 7, true}}, ui::OnDuplicate::Replace);
    EXPECT_THAT(plan.features, IsEmpty());
    ASSERT_THAT(plan.replaced, SizeIs(1));
    EXPECT_EQ(plan.replaced[0].index, 7U);
    EXPECT_EQ(plan.replaced[0].by.geometry.points[0], (geo::MapPoint{1, 1}));
}

TEST(ImportPlan, KeepsBothButNoIdTwice) {
    const auto incoming = places({{"a", 0, 0, "甲"}, {"b", 1, 1, "乙"}});
    const auto plan =
        plan_import(*incoming, kNames, {{0, 7, true}, {1, 8, false}}, ui::OnDuplicate::KeepBoth);
    ASSERT_THAT(plan.features, SizeIs(2));
    EXPECT_TRUE(plan.features[0].id.is_null());
    EXPECT_EQ(*plan.features[1].id.text(), "b");
}

}  // namespace
}  // namespace jinsha::app
