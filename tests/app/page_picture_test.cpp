#include "app/export_request.hpp"
#include "io/open_map.hpp"
#include "paint/stored_picture.hpp"
#include "print/page_plan.hpp"
#include "print/page_raster.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace jinsha::app {
namespace {

namespace fs = std::filesystem;

// A town of 8 by 6 km with a lake and four projects.
constexpr std::string_view kDocument = R"({
  "version": 8, "name": "town", "center": [102.0, 26.59], "zoom": 11,
  "metadata": {
    "jinsha:version": 1, "jinsha:crs": "EPSG:4543",
    "jinsha:projects": {"sources": ["projects"], "themeField": "theme", "phaseField": "phase",
                        "titleField": {"zh": "name"}, "cluster": false},
    "jinsha:page": {"title": {"zh": "小镇项目图", "en": "Projects of a town"},
                    "subtitle": {"zh": "示意", "en": "A sketch"}, "date": "2021-09",
                    "source": {"zh": "测绘局", "en": "survey"}}},
  "sources": {"areas": {"type": "geojson", "data": "areas.geojson"},
              "projects": {"type": "geojson", "data": "projects.geojson"}},
  "layers": [
    {"id": "ground", "type": "background", "paint": {"background-color": "#FBFAF6"}},
    {"id": "lake", "type": "fill", "source": "areas", "metadata": {"jinsha:title": {"zh": "湖", "en": "Lake"}},
     "paint": {"fill-color": "#BCD9E6", "fill-outline-color": "#7FB3CB"}},
    {"id": "projects", "type": "symbol", "source": "projects",
     "metadata": {"jinsha:title": {"zh": "项目", "en": "Projects"}},
     "layout": {"icon-image": ["concat", "badge/", ["get", "theme"], "/completed/known"],
                "icon-allow-overlap": true, "text-field": ["get", "name"], "text-size": 12,
                "text-anchor": "left", "text-offset": [1.5, 0]}}]})";

constexpr std::string_view kAreas = R"({"type": "FeatureCollection", "features": [
  {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates":
   [[[101.97, 26.58], [102.02, 26.585], [102.03, 26.60], [101.98, 26.61], [101.97, 26.58]]]}}]})";

constexpr std::string_view kProjects = R"({"type": "FeatureCollection", "features": [
  {"type": "Feature", "properties": {"name": "电站", "theme": "energy", "phase": "completed"},
   "geometry": {"type": "Point", "coordinates": [101.965, 26.575]}},
  {"type": "Feature", "properties": {"name": "公园", "theme": "ecology", "phase": "completed"},
   "geometry": {"type": "Point", "coordinates": [102.00, 26.60]}},
  {"type": "Feature", "properties": {"name": "园区", "theme": "industry", "phase": "completed"},
   "geometry": {"type": "Point", "coordinates": [102.03, 26.615]}},
  {"type": "Feature", "properties": {"name": "东边的名字很长", "theme": "transport", "phase": "completed"},
   "geometry": {"type": "Point", "coordinates": [102.04, 26.57]}}]})";

/// A folder of its own with the town in it.
class PagePicture : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("jinsha-page-picture-" + std::to_string(getpid()));
        fs::create_directories(folder_);
        std::ofstream{folder_ / "town.map.json"} << kDocument;
        std::ofstream{folder_ / "areas.geojson"} << kAreas;
        std::ofstream{folder_ / "projects.geojson"} << kProjects;
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] image::Image page(ExportCommand command) const {
        const fs::path root{JINSHA_SOURCE_DIR};
        const auto map = io::open_map(folder_ / "town.map.json", {});
        EXPECT_TRUE(map) << map.error().message();
        const auto tr =
            ui::Translations::load(root / "assets" / "i18n",
                                   command.language == "en" ? ui::Language::English : ui::Language::Chinese);
        EXPECT_TRUE(tr);
        const auto request = request_for(*map, command, *tr);
        EXPECT_TRUE(request) << request.error().message();
        const print::PageMap page_map{
            *snapshot_for(*map, command), std::make_shared<const map::MapDocument>(map->document), map->crs,
            *text::FontSet::load(),
            std::make_shared<const symbol::IconStore>(std::vector{root / "assets" / "icons"})};
        const auto plan = print::plan_page(*request, page_map);
        EXPECT_TRUE(plan) << plan.error().message();
        return *print::draw_page(*plan, print::kPxPerInch, {});
    }

private:
    fs::path folder_;
};

TEST_F(PagePicture, OfAWidePageInChinese) {
    ExportCommand command;
    command.size = "640x420";
    EXPECT_TRUE(paint::looks_like_stored(page(command), "page-wide-zh"));
}

TEST_F(PagePicture, OfAHighPageInEnglishWithDegreesAndCounts) {
    ExportCommand command;
    command.size = "420x560";
    command.language = "en";
    command.grid = "degrees";
    command.has_legend_counts = true;
    EXPECT_TRUE(paint::looks_like_stored(page(command), "page-high-en"));
}

TEST_F(PagePicture, OfTheMapAloneInTheDark) {
    ExportCommand command;
    command.size = "400x300";
    command.theme = "dark";
    command.has_no_furniture = true;
    EXPECT_TRUE(paint::looks_like_stored(page(command), "page-bare-dark"));
}

}  // namespace
}  // namespace jinsha::app
