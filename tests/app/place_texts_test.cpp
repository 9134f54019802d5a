#include "app/place_texts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::app {
namespace {

using testing::ElementsAre;

constexpr geo::LonLat kLake{101.6042, 26.5902};

std::vector<std::string> labels(const std::vector<ui::PlaceMenuRow>& rows) {
    std::vector<std::string> labels;
    for (const ui::PlaceMenuRow& row : rows) labels.push_back(row.label);
    return labels;
}

std::string text(const std::vector<ui::PlaceMenuRow>& rows, std::string_view label) {
    for (const ui::PlaceMenuRow& row : rows) {
        if (row.label == label) return row.text;
    }
    return {};
}

TEST(PlaceTexts, TellAPlaceInChinaInDegreesAndInItsZone) {
    const auto rows = place_texts(kLake, *geo::Crs::from("EPSG:4543"));
    EXPECT_THAT(labels(rows), ElementsAre("WGS 84", "WGS 84", "CGCS2000", "EPSG:4543", "EPSG:4522"));
    EXPECT_EQ(rows[0].text, "101.604200, 26.590200");
    EXPECT_EQ(rows[1].text, "26°35′25″N 101°36′15″E");
    // The zone's number stands before the easting, and nothing else differs.
    EXPECT_EQ(text(rows, "EPSG:4522"), "34" + text(rows, "EPSG:4543"));
    EXPECT_EQ(text(rows, "EPSG:4543").substr(0, 6), "460573");
}

TEST(PlaceTexts, TellAPlaceElsewhereInTheMapsOwnCrs) {
    const auto rows = place_texts({13.4, 52.5}, *geo::Crs::from("EPSG:25833"));
    EXPECT_THAT(labels(rows), ElementsAre("WGS 84", "WGS 84", "CGCS2000", "EPSG:25833"));
}

TEST(PlaceTexts, AMapInDegreesAddsNoMetres) {
    EXPECT_THAT(labels(place_texts({13.4, 52.5}, geo::Crs::wgs84())),
                ElementsAre("WGS 84", "WGS 84", "CGCS2000"));
}

}  // namespace
}  // namespace jinsha::app
