#include "data/files.hpp"
#include "data/plane.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
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

/// "lon,lat" pairs between blanks.
Ring vertices_of(const std::string& text) {
    std::istringstream pairs{text};
    Ring vertices;
    char comma{};
    for (Position p; pairs >> p.lon >> comma >> p.lat;) vertices.push_back(p);
    return vertices;
}

TEST_F(Facts, OfTheOutlinesAreDrawnAsTheyStandInTheirPage) {
    const std::string page = read_text(*facts_folder() / "areas.md");
    for (const Json& feature : features_of("areas.geojson")) {
        const std::string id = feature.at("properties").at("project");
        const std::size_t section = page.find("## " + id + " ");
        ASSERT_NE(section, std::string::npos) << id;
        const std::size_t begin = page.find("```\n", section) + 4;
        const Ring expected = vertices_of(page.substr(begin, page.find("```", begin) - begin));
        EXPECT_EQ(polygons_of(feature).front().front(), expected) << id;
        const std::string quality = feature.at("properties").at("position_quality");
        EXPECT_EQ(page.find("Quality: " + quality, section), page.find("Quality: ", section)) << id;
    }
}

/// The vertices of a reach, from its heading in boundary.md.
Ring reach(const std::string& heading) {
    const std::string page = read_text(*facts_folder() / "boundary.md");
    const std::size_t begin = page.find("```\n", page.find("\n" + heading + " reach")) + 4;
    return vertices_of(page.substr(begin, page.find("```", begin) - begin));
}

TEST_F(Facts, OfTheRiverLieOnItsCurve) {
    const std::map<std::string, std::string> headings{{"jinsha-river/west", "Western"},
                                                      {"jinsha-river/east", "Eastern"}};
    for (const Json& feature : features_of("river.geojson")) {
        if (!headings.contains(feature.at("id"))) continue;
        const Ring known = reach(headings.at(feature.at("id")));
        ASSERT_GT(known.size(), 30u);
        const Ring curve = ring_from(feature.at("geometry").at("coordinates"));
        std::size_t at = 0;
        for (const Position p : known) {
            at = std::find(curve.begin() + at, curve.end(), p) - curve.begin();
            ASSERT_LT(at, curve.size()) << p.lon << ", " << p.lat;
        }
        std::vector<Side> sides;
        for (std::size_t i = 1; i < known.size(); ++i) sides.emplace_back(known[i - 1], known[i]);
        for (const Position p : curve) EXPECT_LT(distance_m(p, sides), 45) << p.lon << ", " << p.lat;
    }
}

TEST_F(Facts, OfTheFiguresAreUnchanged) {
    EXPECT_EQ(read_text(data_folder() / "indicators.json"), read_text(*facts_folder() / "indicators.json"));
}

}  // namespace
}  // namespace jinsha::data
