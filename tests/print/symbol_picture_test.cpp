#include "paint/stored_picture.hpp"
#include "print/export_image.hpp"
#include "scene/small_map.hpp"
#include "symbol/theme_palette.hpp"
#include "text/test_fonts.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::print {
namespace {

// A map unit is a CSS pixel; the upper left corner of each picture is at 0, 0, and y runs up.

constexpr std::string_view kLightGround = "#FBFAF6", kDarkGround = "#22302E";

image::Image picture_of(const std::string& document, map::ScreenSize size, double pixel_ratio) {
    auto snapshot = scene::small_map(document, pixel_ratio);
    const auto physical = [&](int css_px) { return static_cast<int>(css_px * pixel_ratio); };
    const map::View view{{size.width / 2.0, -size.height / 2.0},
                         snapshot->units_per_pixel(scene::kSmallMapZoom),
                         {physical(size.width), physical(size.height)}};
    const auto icons = std::make_shared<const symbol::IconStore>(
        std::vector<std::filesystem::path>{std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "icons"});
    DrawnView drawn = draw_view(std::move(snapshot), view,
                                {std::shared_ptr<const text::FontSet>{}, &text::test_fonts()}, icons);
    EXPECT_TRUE(drawn.faults.empty());
    return std::move(drawn.picture);
}

/// Points with a property "icon", row by row from the left.
class IconRows {
public:
    explicit IconRows(int step_px) : step_px_{step_px} {}
    void add(const std::string& icon) {
        features_ += fmt::format(
            R"({}{{"properties": {{"icon": "{}"}}, "geometry": {{"type": "Point", "coordinates": [{}, {}]}}}})",
            features_.empty() ? "" : ",", icon, step_px_ / 2 + step_px_ * column_,
            -step_px_ / 2 - step_px_ * row_);
        ++column_;
    }
    void end_row() { column_ = 0, ++row_; }
    [[nodiscard]] std::string document(std::string_view ground) const {
        return fmt::format(R"({{"sources": {{"icons": {{"features": [{}]}}}}, "layers": [
            {{"id": "ground", "type": "background", "paint": {{"background-color": "{}"}}}},
            {{"id": "icons", "type": "symbol", "source": "icons",
              "layout": {{"icon-image": ["get", "icon"], "icon-overlap": "always"}}}}]}})",
                           features_, ground);
    }

private:
    int step_px_, row_{}, column_{};
    std::string features_;
};

/// A row for each phase and quality, a column for each theme and one for what has none.
IconRows badges() {
    IconRows rows{40};
    for (const std::string_view phase : {"completed", "ongoing", "planned", "unknown"}) {
        for (const std::string_view quality : {"known", "inferred"}) {
            for (const symbol::Theme& theme : symbol::themes())
                rows.add(fmt::format("badge/{}/{}/{}", theme.id, phase, quality));
            rows.add(fmt::format("badge/no-such-theme/{}/{}", phase, quality));
            rows.end_row();
        }
    }
    return rows;
}
constexpr map::ScreenSize kBadges{480, 320};

IconRows clusters() {
    IconRows rows{64};
    rows.add("cluster/industry:2");
    rows.add("cluster/energy:1/ecology:1");
    rows.add("cluster/industry:3/energy:2/culture-tourism:1/:1");
    rows.end_row();
    rows.add("cluster/industry:20/logistics:11/energy:5/agriculture:29");
    rows.add("cluster/public-service:340/innovation:2");
    rows.add("cluster/transport:99999/urban-renewal:1");
    rows.end_row();
    return rows;
}
constexpr map::ScreenSize kClusters{192, 128};

/// Names as the sample map writes them: a district in bold and wide, towns, a project with two lines beside
/// its place, a river along its course.
std::string labels(std::string_view ground, std::string_view ink, std::string_view water,
                   std::string_view halo) {
    return fmt::format(R"({{"sources": {{
      "district": {{"features": [{{"geometry": {{"type": "Point", "coordinates": [160, -30]}}}}]}},
      "towns": {{"features": [
        {{"properties": {{"name": "大水井村"}}, "geometry": {{"type": "Point", "coordinates": [50, -70]}}}},
        {{"properties": {{"name": "格里坪镇"}}, "geometry": {{"type": "Point", "coordinates": [270, -70]}}}},
        {{"properties": {{"name": "Baoding"}}, "geometry": {{"type": "Point", "coordinates": [272, -74]}}}}]}},
      "project": {{"features": [{{"geometry": {{"type": "Point", "coordinates": [120, -110]}}}}]}},
      "river": {{"features": [{{"geometry": {{"type": "LineString",
        "coordinates": [[0, -190], [80, -160], [170, -180], [240, -160], [320, -190]]}}}}]}}}},
      "layers": [
        {{"id": "ground", "type": "background", "paint": {{"background-color": "{0}"}}}},
        {{"id": "course", "type": "line", "source": "river", "paint": {{"line-color": "{2}", "line-width": 2}}}},
        {{"id": "river", "type": "symbol", "source": "river", "layout": {{"symbol-placement": "line",
          "text-field": "金沙江 River", "text-font": ["Noto Sans CJK SC Regular"], "text-size": 13,
          "text-letter-spacing": 0.3}}, "paint": {{"text-color": "{2}", "text-halo-color": "{3}", "text-halo-width": 1.6}}}},
        {{"id": "towns", "type": "symbol", "source": "towns", "layout": {{"text-field": ["get", "name"],
          "text-font": ["Noto Sans CJK SC Regular"], "text-size": 12}},
          "paint": {{"text-color": "{1}", "text-halo-color": "{3}", "text-halo-width": 1.6}}}},
        {{"id": "project", "type": "symbol", "source": "project", "layout": {{
          "icon-image": "badge/energy/ongoing/inferred", "text-field": "钒钛新材料\n储能项目（一期）",
          "text-font": ["Noto Sans CJK SC Regular"], "text-size": 12, "text-anchor": "left", "text-justify": "left",
          "text-offset": [1.6, 0]}},
          "paint": {{"text-color": "{1}", "text-halo-color": "{3}", "text-halo-width": 1.6}}}},
        {{"id": "district", "type": "symbol", "source": "district", "layout": {{"text-field": "西区 West",
          "text-font": ["Noto Sans CJK SC Bold"], "text-size": 17, "text-letter-spacing": 0.3}},
          "paint": {{"text-color": "{1}", "text-halo-color": "{3}", "text-halo-width": 1.6}}}}]}})",
                       ground, ink, water, halo);
}
constexpr map::ScreenSize kLabels{320, 210};
const std::string kLightLabels = labels(kLightGround, "#22302E", "#1F6486", "rgba(251,250,246,0.9)");
const std::string kDarkLabels = labels(kDarkGround, "#E7ECEA", "#9CCBE0", "rgba(34,48,46,0.9)");

TEST(SymbolPicture, OfBadgesLooksAsItDid) {
    EXPECT_TRUE(paint::looks_like_stored(picture_of(badges().document(kLightGround), kBadges, 1), "badges"));
    EXPECT_TRUE(
        paint::looks_like_stored(picture_of(badges().document(kLightGround), kBadges, 2), "badges@2x"));
    EXPECT_TRUE(
        paint::looks_like_stored(picture_of(badges().document(kDarkGround), kBadges, 1), "badges-dark"));
}

TEST(SymbolPicture, OfClustersLooksAsItDid) {
    EXPECT_TRUE(
        paint::looks_like_stored(picture_of(clusters().document(kLightGround), kClusters, 1), "clusters"));
    EXPECT_TRUE(
        paint::looks_like_stored(picture_of(clusters().document(kLightGround), kClusters, 2), "clusters@2x"));
    EXPECT_TRUE(paint::looks_like_stored(picture_of(clusters().document(kDarkGround), kClusters, 1),
                                         "clusters-dark"));
}

TEST(SymbolPicture, OfLabelsLooksAsItDid) {
    EXPECT_TRUE(paint::looks_like_stored(picture_of(kLightLabels, kLabels, 1), "labels"));
    EXPECT_TRUE(paint::looks_like_stored(picture_of(kLightLabels, kLabels, 2), "labels@2x"));
    EXPECT_TRUE(paint::looks_like_stored(picture_of(kDarkLabels, kLabels, 1), "labels-dark"));
}

}  // namespace
}  // namespace jinsha::print
