#include "print/export_image.hpp"
#include "scene/small_map.hpp"
#include "text/test_fonts.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace jinsha::print {
namespace {

// Every picture shows map coordinates 0, 0 to 240, 120, a unit a CSS pixel.

DrawnView drawn(std::shared_ptr<const scene::MapSnapshot> map) {
    const auto ratio = static_cast<int>(map->pixel_ratio);
    const double units_per_pixel = map->units_per_pixel(scene::kSmallMapZoom);
    const map::View view{{120, 60}, units_per_pixel, {240 * ratio, 120 * ratio}};
    const auto icons = std::make_shared<const symbol::IconStore>(
        std::vector<std::filesystem::path>{std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "icons"});
    return draw_view(std::move(map), view, {std::shared_ptr<const text::FontSet>{}, &text::test_fonts()},
                     icons);
}

/// A source of points with a property "name".
std::string named_points(const std::vector<std::pair<std::string, geo::MapPoint>>& points) {
    std::string features;
    for (const auto& [name, at] : points) {
        features += std::string{features.empty() ? "" : ","} + R"({"properties": {"name": ")" + name +
                    R"("}, "geometry": {"type": "Point", "coordinates": [)" + std::to_string(at.x) + "," +
                    std::to_string(at.y) + "]}}";
    }
    return R"({"features": [)" + features + "]}";
}

std::string document(const std::string& source, const std::string& layers) {
    return R"({"sources": {"s": )" + source + R"(}, "layers": [{"id": "ground", "type": "background",
        "paint": {"background-color": "#FBFAF6"}}, )" +
           layers + "]}";
}

TEST(LowerSymbolsOnPaper, LieBelowWhatComesAfterThem) {
    const std::string map = document(
        named_points({{"badge/energy/completed/known", {60, 60}}}),
        R"({"id": "lower", "type": "symbol", "source": "s", "layout": {"icon-image": ["get", "name"]}},
           {"id": "disc", "type": "circle", "source": "s", "paint": {"circle-radius": 9, "circle-color": "red"}})");
    const DrawnView view = drawn(scene::small_map(map));
    const auto middle = view.picture.pixel(60, 60), edge = view.picture.pixel(60, 49);
    EXPECT_EQ(middle[2], 255) << "the disc lies over the badge";
    EXPECT_LT(edge[2], 200) << "whose edge looks out from below it";
}

}  // namespace
}  // namespace jinsha::print
