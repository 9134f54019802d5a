#include "data/files.hpp"
#include "data/plane.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

/// The data says what the facts say, whole and unchanged.
namespace jinsha::data {
namespace {

class Facts : public testing::Test {
protected:
    void SetUp() override {
        if (!facts_folder())
            GTEST_SKIP() << "the facts are not on this machine; JINSHA_FACTS names their folder";
    }
};

const std::map<std::string, std::string> kFileOfArea{{"geliping-park", "geliping-park.geojson"},
                                                     {"dashuijing-area", "dashuijing-area.geojson"},
                                                     {"jinsha-lake", "jinsha-lake.geojson"},
                                                     {"district-wide", "district-projects.geojson"}};

std::map<std::string, Json> by_id(const Json& features) {
    std::map<std::string, Json> found;
    for (const Json& feature : features) found.emplace(feature.at("id"), feature);
    return found;
}

/// Every column of the row is there: id and position as the feature's own, the others as properties.
void expect_row(const Row& row, const Json& feature) {
    const Json& properties = feature.at("properties");
    for (const auto& [column, value] : row) {
        if (column == "id") {
            EXPECT_EQ(feature.at("id"), value);
        } else if (column == "lon" || column == "lat") {
            EXPECT_EQ(feature.at("geometry").at("coordinates").at(column == "lon" ? 0 : 1), std::stod(value));
        } else if (column == "geometry") {
            EXPECT_EQ(properties.contains("outline"), value == "polygon") << row.at("id");
        } else {
            EXPECT_EQ(properties.value(column, "(missing)"), value) << row.at("id") << ": " << column;
        }
    }
}

TEST_F(Facts, AreAllThereForEveryProject) {
    const std::vector<Row> rows = read_csv(*facts_folder() / "projects.csv");
    ASSERT_EQ(rows.size(), 65u);
    for (const Row& row : rows) {
        const auto features = by_id(features_of(kFileOfArea.at(row.at("area"))));
        ASSERT_TRUE(features.contains(row.at("id"))) << row.at("id");
        expect_row(row, features.at(row.at("id")));
    }
}

TEST_F(Facts, AreAllThereForEveryPlace) {
    const auto features = by_id(features_of("places.geojson"));
    for (const Row& row : read_csv(*facts_folder() / "places.csv")) {
        ASSERT_TRUE(features.contains(row.at("id"))) << row.at("id");
        expect_row(row, features.at(row.at("id")));
    }
}

TEST_F(Facts, OfTheOutlinesAreDrawnAsTheyStandInTheirPage) {
    const std::string page = read_text(*facts_folder() / "areas.md");
    for (const Json& feature : features_of("areas.geojson")) {
        const std::string id = feature.at("properties").at("project");
        const std::size_t section = page.find("## " + id + " ");
        ASSERT_NE(section, std::string::npos) << id;
        const std::size_t begin = page.find("```\n", section) + 4;
        std::istringstream vertices{page.substr(begin, page.find("```", begin) - begin)};
        Ring expected;
        char comma{};
        for (Position p; vertices >> p.lon >> comma >> p.lat;) expected.push_back(p);
        EXPECT_EQ(polygons_of(feature).front().front(), expected) << id;
        const std::string quality = feature.at("properties").at("position_quality");
        EXPECT_EQ(page.find("Quality: " + quality, section), page.find("Quality: ", section)) << id;
    }
}

TEST_F(Facts, OfTheRiverAreItsTwoReaches) {
    const std::string page = read_text(*facts_folder() / "boundary.md");
    for (const Json& feature : features_of("river.geojson")) {
        if (feature.at("properties").at("position_quality") == "inferred") continue;
        for (const Position p : ring_from(feature.at("geometry").at("coordinates"))) {
            char vertex[32];
            std::snprintf(vertex, sizeof vertex, "%.4f,%.4f", p.lon, p.lat);
            EXPECT_NE(page.find(vertex), std::string::npos) << vertex;
        }
    }
}

TEST_F(Facts, OfTheFiguresAreUnchanged) {
    EXPECT_EQ(read_text(data_folder() / "indicators.json"), read_text(*facts_folder() / "indicators.json"));
}

}  // namespace
}  // namespace jinsha::data
