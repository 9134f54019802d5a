#include "map/new_feature.hpp"

#include "map/made_places.hpp"

#include <gtest/gtest.h>

namespace jinsha::map {
namespace {

std::shared_ptr<const MemoryFeatureSource> with_ids(const std::vector<style::Value>& ids) {
    MemoryFeatureSourceBuilder builder;
    for (const style::Value& id : ids) builder.add(point(0, 0).view(), id, {{"updated", {"2020-01-01"}}});
    return builder.build({.name = "places", .geometry = "Point"});
}

TEST(NewFeature, GetsTheNextIdOfItsKind) {
    EXPECT_EQ(next_id(*with_ids({{7.0}, {3.0}})), style::Value{8.0});
    EXPECT_EQ(next_id(*with_ids({{"dist-009"}, {"dist-002"}, {"other-77"}})), style::Value{"dist-010"});
    EXPECT_EQ(next_id(*with_ids({{"99"}})), style::Value{"100"});
    EXPECT_TRUE(next_id(*with_ids({{}, {}})).is_null());
    EXPECT_TRUE(next_id(*with_ids({{"jinsha-lake"}, {"jinsha-gallery"}})).is_null());
    EXPECT_TRUE(next_id(*with_ids({})).is_null());
}

TEST(NewFeature, DoesNotGetTheIdOfAFeatureThatLiesNowhere) {
    MemoryFeatureSourceBuilder builder;
    builder.add(point(0, 0).view(), {1.0}, {});
    builder.add({}, {7.0}, {});
    EXPECT_EQ(next_id(*builder.build({.name = "places", .geometry = "Point"})), style::Value{8.0});
}

TEST(NewFeature, BeginsWithDefaultsAndTheDate) {
    SourceSpec spec;
    spec.fields.resize(2);
    spec.fields[0].name = "phase";
    spec.fields[0].default_value = "planned";
    spec.fields[1].name = "cost";
    const NewFeature feature = new_feature(*with_ids({{1.0}}), &spec, point(5, 6), "2026-03-01");
    EXPECT_EQ(feature.id, style::Value{2.0});
    EXPECT_EQ(feature.geometry.points.front(), (geo::MapPoint{5, 6}));
    EXPECT_EQ(feature.attributes,
              (std::vector<Attribute>{{"phase", {"planned"}}, {"updated", {"2026-03-01"}}}));
}

TEST(NewFeature, HasNoDateWhereNoFieldIsForIt) {
    EXPECT_TRUE(new_feature(*places(), nullptr, point(0, 0), "2026-03-01").attributes.empty());
}

TEST(NewFeature, GoesOnlyWhereSuchGeometryIsOrNoneIsYet) {
    using geo::GeometryType;
    const auto holds = [](const char* kind, GeometryType type) {
        DatasetLayer layer;
        layer.geometry = kind;
        return may_hold(layer, type);
    };
    EXPECT_TRUE(holds("MultiPoint", GeometryType::Point));
    EXPECT_TRUE(holds("LineString", GeometryType::Line));
    EXPECT_TRUE(holds("MultiPolygon", GeometryType::Polygon));
    EXPECT_FALSE(holds("Point", GeometryType::Polygon));
    EXPECT_FALSE(holds("Polygon", GeometryType::Line));
    for (const char* kind : {"", "None", "Mixed"}) EXPECT_TRUE(holds(kind, GeometryType::Line)) << kind;
}

}  // namespace
}  // namespace jinsha::map
