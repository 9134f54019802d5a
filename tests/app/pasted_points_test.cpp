#include "app/pasted_points.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::app {
namespace {

using testing::HasSubstr;

const geo::CoordinateHints kHints{"EPSG:4543", {101.6, 26.6}};

Result<std::shared_ptr<const map::FeatureSource>> read(std::string_view text) {
    static const geo::Crs crs = *geo::Crs::from("EPSG:4543");
    return points_from_rows(text, crs, kHints);
}

std::string name(const map::FeatureSource& points, std::uint32_t index, std::string_view field = "name") {
    std::string name;
    points.visit(index, [&](const map::SourceFeature& feature) {
        const style::Value value = feature.property(field);
        if (const std::string* text = value.text()) name = *text;
    });
    return name;
}

geo::MapPoint place(const map::FeatureSource& points, std::uint32_t index) {
    geo::MapPoint place;
    points.visit(index, [&](const map::SourceFeature& feature) { place = feature.geometry().points[0]; });
    return place;
}

TEST(PastedPoints, AreRowsOfASpreadsheetWithTheirHeading) {
    const auto points =
        read("名称\t经度\t纬度\t投资\n金沙湖\t101.6042\t26.5902\t12.5\n电站\t101.65\t26.55\t\n");
    ASSERT_TRUE(points) << points.error().message();
    ASSERT_EQ((*points)->size(), 2U);
    EXPECT_EQ(name(**points, 0, "名称"), "金沙湖");
    (*points)->visit(0, [](const map::SourceFeature& f) { EXPECT_EQ(*f.property("投资").number(), 12.5); });
    (*points)->visit(1, [](const map::SourceFeature& f) { EXPECT_TRUE(f.property("投资").is_null()); });
}

TEST(PastedPoints, AreTheSameInEitherOrderAndInMetres) {
    const auto degrees = read("101.6042,26.5902");
    const auto other_order = read("26.5902,101.6042");
    ASSERT_TRUE(degrees && other_order);
    const geo::MapPoint at = place(**degrees, 0);
    EXPECT_EQ(place(**other_order, 0), at);
    const auto metres = read(fmt::format("点,{:.3f},{:.3f}", at.x, at.y));
    ASSERT_TRUE(metres) << metres.error().message();
    EXPECT_NEAR(place(**metres, 0).x, at.x, 0.001);
    EXPECT_NEAR(place(**metres, 0).y, at.y, 0.001);
    EXPECT_EQ(name(**metres, 0), "点");
}

TEST(PastedPoints, PreferNumbersNearTheMapToOthersThatLookLikeCoordinates) {
    const auto points = read("12\t34\t101.6042\t26.5902");
    ASSERT_TRUE(points) << points.error().message();
    EXPECT_NEAR(place(**points, 0).x, place(**read("101.6042\t26.5902"), 0).x, 0.001);
}

TEST(PastedPoints, KeepTheZerosOfCodes) {
    const auto points = read("0042\t101.6042\t26.5902");
    ASSERT_TRUE(points);
    EXPECT_EQ(name(**points, 0), "0042");
}

TEST(PastedPoints, SayWhichRowIsWrong) {
    const auto points = read("101.6,26.5\n101.6,north\n");
    ASSERT_FALSE(points);
    EXPECT_THAT(points.error().message(), HasSubstr("row 2"));
}

TEST(PastedPoints, AreNotMadeOfOtherTexts) {
    ASSERT_FALSE(read("下午三点开会"));
    EXPECT_THAT(read("下午三点开会").error().message(), HasSubstr("row 1: expected coordinates"));
    EXPECT_THAT(read("").error().message(), HasSubstr("no text"));
}

}  // namespace
}  // namespace jinsha::app
