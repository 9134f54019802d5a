#include "data/files.hpp"
#include "data/plane.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace jinsha::data {
namespace {

std::vector<Polygon> west_district() {
    for (const Json& feature : features_of("districts.geojson")) {
        if (feature.at("properties").at("kind") == "district") return polygons_of(feature);
    }
    return {};
}

Ring outline_of(const std::string& project) {
    for (const Json& feature : features_of("areas.geojson")) {
        if (feature.at("properties").at("project") == project) return polygons_of(feature).front().front();
    }
    return {};
}

TEST(Projects, StandInTheDistrict) {
    const std::vector<Polygon> district = west_district();
    for (const auto& [id, feature] : all_projects()) {
        if (id == "jinsha-hydropower-station") continue;  // the dam stands in the river, which is the border
        EXPECT_TRUE(contains(district, point_of(feature))) << id;
    }
}

TEST(Projects, HaveTheDamAtMost500MetresFromTheDistrict) {
    const std::vector<Polygon> district = west_district();
    const Position dam = point_of(all_projects().at("jinsha-hydropower-station"));
    EXPECT_TRUE(contains(district, dam) || distance_m(dam, sides_of(district)) <= 500);
}

TEST(Projects, SayHowGoodTheirPositionsAre) {
    std::map<std::string, int> counts;
    for (const auto& [id, feature] : all_projects()) {
        ++counts[feature.at("properties").at("position_quality").get<std::string>()];
    }
    EXPECT_EQ(counts, (std::map<std::string, int>{{"known", 1}, {"approximate", 10}, {"inferred", 54}}));
}

TEST(Projects, AndTheirOutlinesNameEachOther) {
    const std::map<std::string, Json> projects = all_projects();
    std::size_t outlined = 0;
    for (const auto& [id, feature] : projects) outlined += feature.at("properties").contains("outline");
    EXPECT_EQ(outlined, 9u);
    for (const Json& area : features_of("areas.geojson")) {
        const std::string id = area.at("properties").at("project");
        EXPECT_EQ(area.at("id"), id + "/outline");
        ASSERT_TRUE(projects.contains(id)) << id;
        const Json& project = projects.at(id).at("properties");
        EXPECT_EQ(project.at("outline"), area.at("id"));
        for (const char* same : {"name_zh", "name_en", "name_pinyin", "theme", "phase"}) {
            EXPECT_EQ(area.at("properties").at(same), project.at(same)) << id << ": " << same;
        }
    }
}

TEST(Projects, StandInTheirOutlines) {
    for (const auto& [id, feature] : all_projects()) {
        if (feature.at("properties").contains("outline")) {
            EXPECT_TRUE(contains(outline_of(id), point_of(feature))) << id;
        }
    }
}

TEST(Areas, ComeAfterTheAreaTheyLieIn) {
    std::vector<std::string> order;
    for (const Json& area : features_of("areas.geojson"))
        order.push_back(area.at("properties").at("project"));
    const auto place = [&](const char* id) {
        return std::find(order.begin(), order.end(), id) - order.begin();
    };
    EXPECT_LT(place("geliping-industrial-park"), place("rehab-aids-park"));
    EXPECT_LT(place("geliping-industrial-park"), place("dahai-logistics-park"));
    EXPECT_LT(place("cycas-reserve"), place("limestone-mine-restoration"));
}

TEST(Figures, BelongToProjectsThatExist) {
    const Json figures = Json::parse(read_text(data_folder() / "indicators.json"));
    EXPECT_EQ(figures.at("indicators").size(), 73u);
    const std::map<std::string, Json> projects = all_projects();
    for (const Json& figure : figures.at("indicators")) {
        const Json& project = figure.at("project");
        EXPECT_TRUE(project.is_null() || projects.contains(project.get<std::string>())) << project;
    }
}

TEST(River, RunsDownstreamWithoutABreak) {
    const Json stretches = features_of("river.geojson");
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        EXPECT_EQ(stretches[i].at("properties").at("order"), i + 1);
        if (i > 0) {
            EXPECT_EQ(stretches[i - 1].at("geometry").at("coordinates").back(),
                      stretches[i].at("geometry").at("coordinates").front());
        }
    }
    EXPECT_LT(stretches.front().at("geometry").at("coordinates").front().at(0), 101.46);
    EXPECT_GT(stretches.back().at("geometry").at("coordinates").back().at(0), 101.68);
}

TEST(River, IsInferredOnlyWhereItRunsThroughTheLake) {
    const Ring lake = outline_of("jinsha-lake");
    for (const Json& stretch : features_of("river.geojson")) {
        const bool is_inferred = stretch.at("properties").at("position_quality") == "inferred";
        EXPECT_EQ(is_inferred, stretch.at("id") == "jinsha-river/lake");
        if (!is_inferred) continue;
        for (const Position p : ring_from(stretch.at("geometry").at("coordinates"))) {
            EXPECT_TRUE(contains(lake, p)) << p.lon << ", " << p.lat;
        }
    }
}

}  // namespace
}  // namespace jinsha::data
