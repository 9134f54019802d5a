// Files of every format, cut off and with flipped bytes at places that are the same in every run: they open,
// or are refused with a word. That the test comes to its end is the point.
#include "io/made_dataset.hpp"
#include "io/open_map.hpp"
#include "support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr int kVariants = 60;

std::string damaged(std::string bytes, std::mt19937& random) {
    const auto place = [&] { return random() % bytes.size(); };
    if (random() % 2 == 0) {
        bytes.resize(place());
        return bytes;
    }
    for (auto flips = 1 + random() % 8; flips > 0; --flips) bytes[place()] = static_cast<char>(random());
    return bytes;
}

/// Damages `files` of `folder` in turn, and opens `opened` after each.
void open_damaged(const fs::path& folder, const std::vector<std::string>& files, const std::string& opened) {
    std::mt19937 random{4};  // NOLINT: the same damage every time
    for (const std::string& name : files) {
        const std::string whole = content_of(folder / name);
        for (int i = 0; i < kVariants; ++i) {
            const std::string bytes = damaged(whole, random);
            std::ofstream{folder / name, std::ios::binary} << bytes;
            const auto map = open_map(folder / opened, {});
            if (!map) {
                EXPECT_THAT(map.error().message(), HasSubstr(opened)) << name << ", variant " << i;
                continue;
            }
            for (const Problem& problem : map->problems) EXPECT_THAT(problem.message, Not(IsEmpty()));
            if (bytes.size() < whole.size() / 2 && map->sources.size() == 1 &&
                map->sources[0].source->size() == 0) {
                EXPECT_THAT(map->problems, Not(IsEmpty()))
                    << name << ", variant " << i << ": empty without a word";
            }
        }
        std::ofstream{folder / name, std::ios::binary} << whole;
    }
}

const std::vector<MadeFeature> kFeatures{{"POINT (101.5 26.5)", "格里坪", 1},
                                         {"POINT (101.6 26.6)", "金沙湖", 2},
                                         {"POINT (101.7 26.7)", "", 3},
                                         {"", "no place", 4}};

TEST(DamagedFiles, OfGdalsFormatsOpenOrAreRefusedWithAWord) {
    const std::vector<std::pair<const char*, const char*>> formats{
        {"GPKG", "a.gpkg"}, {"FlatGeobuf", "a.fgb"}, {"KML", "a.kml"}};
    for (const auto& [driver, name] : formats) {
        const TemporaryFolder folder;
        make_dataset(driver, folder.path() / name, "EPSG:4326", wkbPoint, kFeatures);
        open_damaged(folder.path(), {name}, name);
    }
}

TEST(DamagedFiles, OfAShapefileOpenOrAreRefusedWithAWord) {
    const TemporaryFolder folder;
    make_dataset("ESRI Shapefile", folder.path() / "a.shp", "EPSG:4326", wkbPolygon,
                 {{"POLYGON ((101 26, 102 26, 102 27, 101 26))", "格里坪", 1},
                  {"POLYGON ((101 26, 102 26, 102 28, 101 26))", "金沙湖", 2}});
    open_damaged(folder.path(), {"a.shp", "a.shx", "a.dbf", "a.prj"}, "a.shp");
}

TEST(DamagedFiles, OfTextOpenOrAreRefusedWithAWord) {
    const TemporaryFolder folder;
    folder.write("a.csv", "名称,lon,lat\n\"格里坪, 一\",101.5,26.5\n金沙湖,101.6,26.6\n");
    open_damaged(folder.path(), {"a.csv"}, "a.csv");
}

TEST(DamagedFiles, OfTheBundledMapOpenOrAreRefusedWithAWord) {
    const fs::path geodata = fs::path{JINSHA_SOURCE_DIR} / "geodata";
    for (const auto& entry : fs::directory_iterator{geodata}) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() != ".geojson" && name != "west-district.map.json") continue;
        const TemporaryFolder folder;
        folder.write(name, content_of(entry.path()));
        open_damaged(folder.path(), {name}, name);
    }
}

}  // namespace
}  // namespace jinsha::io
