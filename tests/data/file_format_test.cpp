#include "data/files.hpp"
#include "data/plane.hpp"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace jinsha::data {
namespace {

TEST(BundledFiles, HoldTheirNumberOfFeatures) {
    const std::map<std::string, std::size_t> expected{
        {"districts.geojson", 5},       {"river.geojson", 3},       {"places.geojson", 14},
        {"labels.geojson", 14},         {"areas.geojson", 9},       {"geliping-park.geojson", 15},
        {"dashuijing-area.geojson", 4}, {"jinsha-lake.geojson", 4}, {"district-projects.geojson", 42}};
    for (const auto& [file, count] : expected) EXPECT_EQ(features_of(file).size(), count) << file;
}

TEST(BundledFiles, AreOneFeatureALine) {
    for (const std::string& file : kAllFiles) {
        std::istringstream text{read_text(data_folder() / file)};
        std::string line;
        std::getline(text, line);
        EXPECT_EQ(line, R"({"type":"FeatureCollection","features":[)") << file;
        for (const Json& feature : features_of(file)) {
            std::getline(text, line);
            if (line.ends_with(',')) line.pop_back();
            EXPECT_EQ(Json::parse(line, nullptr, false), feature) << file;
        }
        std::getline(text, line);
        EXPECT_EQ(line, "]}") << file;
        EXPECT_FALSE(std::getline(text, line)) << file << ": " << line;
    }
}

TEST(BundledFiles, AreWhatRfc7946AsksFor) {
    for (const std::string& file : kAllFiles) {
        for (const Json& feature : features_of(file)) {
            const std::string where = file + ": " + feature.dump().substr(0, 80);
            ASSERT_EQ(feature.size(), 4u) << where;
            EXPECT_EQ(feature.at("type"), "Feature") << where;
            EXPECT_TRUE(feature.at("id").is_string()) << where;
            EXPECT_TRUE(feature.at("properties").is_object()) << where;
            EXPECT_EQ(feature.at("geometry").size(), 2u) << where;
        }
    }
}

TEST(BundledFiles, LieInPanzhihuaWithLongitudeFirst) {
    const auto expect_inside = [](const auto& self, const Json& coordinates,
                                  const std::string& file) -> void {
        if (coordinates.at(0).is_array()) {
            for (const Json& part : coordinates) self(self, part, file);
            return;
        }
        ASSERT_EQ(coordinates.size(), 2u) << file;
        EXPECT_TRUE(coordinates[0] > 101.0 && coordinates[0] < 102.4) << file << coordinates;
        EXPECT_TRUE(coordinates[1] > 25.9 && coordinates[1] < 27.5) << file << coordinates;
    };
    for (const std::string& file : kAllFiles) {
        for (const Json& feature : features_of(file)) {
            expect_inside(expect_inside, feature.at("geometry").at("coordinates"), file);
        }
    }
}

TEST(BundledFiles, GiveNoIdTwice) {
    std::set<std::string> ids;
    for (const std::string& file : kAllFiles) {
        for (const Json& feature : features_of(file)) {
            const std::string id = feature.at("id");
            EXPECT_FALSE(id.empty()) << file;
            EXPECT_TRUE(ids.insert(id).second) << file << ": " << id;
        }
    }
    EXPECT_EQ(ids.size(), 110u);
}

TEST(BundledFiles, CloseTheirRingsAndTurnThemRightHanded) {
    for (const std::string file : {"districts.geojson", "areas.geojson"}) {
        for (const Json& feature : features_of(file)) {
            for (const Polygon& polygon : polygons_of(feature)) {
                for (std::size_t i = 0; i < polygon.size(); ++i) {
                    const std::string where = file + ": " + feature.at("id").get<std::string>();
                    ASSERT_GE(polygon[i].size(), 4u) << where;
                    EXPECT_EQ(polygon[i].front(), polygon[i].back()) << where;
                    if (i == 0) {
                        EXPECT_GT(signed_area(polygon[i]), 0) << where << ": the exterior ring";
                    } else {
                        EXPECT_LT(signed_area(polygon[i]), 0) << where << ": hole " << i;
                    }
                }
            }
        }
    }
}

TEST(BundledFiles, RepeatNoVertex) {
    for (const std::string file : {"districts.geojson", "areas.geojson"}) {
        for (const Json& feature : features_of(file)) {
            for (const Side& side : sides_of(polygons_of(feature))) {
                EXPECT_NE(side.first, side.second) << file << ": " << feature.at("id");
            }
        }
    }
}

}  // namespace
}  // namespace jinsha::data
