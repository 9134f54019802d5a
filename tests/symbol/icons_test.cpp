#include "symbol/icon_store.hpp"
#include "symbol/pixels.hpp"
#include "symbol/theme_palette.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace jinsha::symbol {
namespace {

namespace fs = std::filesystem;

const fs::path kAssets = fs::path{JINSHA_SOURCE_DIR} / "assets";

std::vector<std::string> icon_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{kAssets / "icons"})
        if (entry.path().extension() == ".svg") names.push_back(entry.path().stem());
    return names;
}

std::string text_of(const fs::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

TEST(Icons, AreThereForEveryTheme) {
    for (const Theme& theme : themes())
        EXPECT_TRUE(fs::exists(kAssets / "icons" / ("theme-" + std::string{theme.id} + ".svg"))) << theme.id;
}

TEST(Icons, AreThereForEveryActionOfTheInterface) {
    for (const char* name :
         {"search",    "layers",       "zoom-in",       "zoom-out",     "home",    "close",
          "copy",      "locate",       "zoom-to",       "info",         "warning", "error",
          "eye",       "eye-off",      "lock",          "language",     "sun",     "moon",
          "help",      "chevron-left", "chevron-right", "chevron-down", "export",  "open",
          "pin",       "table",        "undo",          "redo",         "save",    "add-point",
          "add-line",  "add-polygon",  "measure",       "filter",       "legend",  "settings",
          "bookmark",  "fullscreen",   "check",         "minus",        "drag",    "done",
          "chevron-up"})
        EXPECT_TRUE(fs::exists(kAssets / "icons" / (std::string{name} + ".svg"))) << name;
}

TEST(Icons, MeasureAll24Pixels) {
    const IconStore store{{kAssets / "icons"}};
    for (const std::string& name : icon_names()) EXPECT_EQ(store.size(name), (IconSize{24, 24})) << name;
}

TEST(Icons, HaveAllOneLineWeight) {
    for (const std::string& name : icon_names()) {
        const std::string text = text_of(kAssets / "icons" / (name + ".svg"));
        EXPECT_NE(text.find("stroke-width=\"1.6\" stroke-linecap=\"round\" stroke-linejoin=\"round\""),
                  std::string::npos)
            << name;
        EXPECT_EQ(text.find("stroke-width", text.find("stroke-width") + 1), std::string::npos) << name;
    }
}

TEST(Icons, TakeTheColorOfTheInterface) {
    const IconStore store{{kAssets / "icons"}};
    constexpr Rgb kRed{255, 0, 0};
    for (const std::string& name : icon_names()) {
        const auto picture = store.tinted(name, 1, kRed);
        ASSERT_TRUE(picture) << picture.error().message();
        for (std::size_t i = 0; i < (*picture)->bytes().size(); i += 4) {
            EXPECT_EQ((*picture)->bytes()[i], 0) << name;
            EXPECT_EQ((*picture)->bytes()[i + 2], (*picture)->bytes()[i + 3]) << name;
        }
    }
}

TEST(Icons, KeepInsideTheirFrame) {
    const IconStore store{{kAssets / "icons"}};
    for (const std::string& name : icon_names()) {
        const auto picture = *store.picture(name, 1);
        for (int i = 0; i < 24; ++i)
            for (const auto& [x, y] : {std::pair{i, 0}, {i, 23}, {0, i}, {23, i}})
                EXPECT_LT(picture->pixel(x, y)[3], 60) << name << ' ' << x << ' ' << y;
    }
}

TEST(Icons, AreReadableAndDistinctAt15Pixels) {
    const IconStore store{{kAssets / "icons"}};
    std::vector<image::Image> pictures;
    for (const Theme& theme : themes()) {
        pictures.push_back(**store.picture("theme-" + std::string{theme.id}, 15.0 / 24));
        EXPECT_GT(ink(pictures.back()), 15) << theme.id;
        EXPECT_LT(ink(pictures.back()), 110) << theme.id;
    }
    for (std::size_t a = 0; a < pictures.size(); ++a) {
        for (std::size_t b = a + 1; b < pictures.size(); ++b) {
            int different = 0;
            for (int y = 0; y < 15; ++y)
                for (int x = 0; x < 15; ++x)
                    different += std::abs(pictures[a].pixel(x, y)[3] - pictures[b].pixel(x, y)[3]) > 100;
            EXPECT_GT(different, 25) << themes()[a].id << ' ' << themes()[b].id;
        }
    }
}

TEST(Icons, IncludeTheMarkOfTheProgram) {
    const IconStore store{{kAssets}};
    for (const int side : {16, 48, 256}) {
        const auto picture = store.picture("jinsha", side / 256.0);
        ASSERT_TRUE(picture) << picture.error().message();
        EXPECT_EQ((*picture)->width_px(), side);
        EXPECT_GT(ink(**picture), side * side * 9 / 10);
    }
}

}  // namespace
}  // namespace jinsha::symbol
