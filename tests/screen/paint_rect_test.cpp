#include "screen/paint_rect.hpp"

#include "paint/painter.hpp"
#include "scene/small_map.hpp"
#include "scene/tile_grid.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace jinsha::screen {
namespace {

/// All kinds of layers, with opacities and a second background between them.
constexpr const char* kMap = R"({
    "sources": {
        "areas": {"features": [
            {"geometry": {"type": "Polygon", "coordinates": [[[-400, -300], [620, -310], [510, 333], [-380, 290],
                [-400, -300]]]}, "properties": {"c": 1}},
            {"geometry": {"type": "Polygon", "coordinates": [[[510, 333], [620, -310], [900, 0], [510, 333]]]}}]},
        "lines": {"features": [{"geometry": {"type": "LineString", "coordinates": [[-700, 500], [0, 3], [37, -11],
            [800, 620]]}}]},
        "points": {"features": [{"geometry": {"type": "Point", "coordinates": [3, 5]}},
            {"geometry": {"type": "Point", "coordinates": [515, -510]}}]}},
    "layers": [
        {"id": "ground", "type": "background", "paint": {"background-color": "#f1eee7"}},
        {"id": "areas", "type": "fill", "source": "areas", "paint": {"fill-color": "#1f6f78", "fill-opacity": 0.6,
            "fill-outline-color": "#000000"}},
        {"id": "veil", "type": "background", "paint": {"background-color": "#ffffff", "background-opacity": 0.3}},
        {"id": "lines", "type": "line", "source": "lines", "paint": {"line-color": "#b4643c", "line-width": 7,
            "line-dasharray": [3, 2], "line-opacity": 0.8}},
        {"id": "thin", "type": "line", "source": "areas", "paint": {"line-color": "#222222", "line-width": 1.2}},
        {"id": "points", "type": "circle", "source": "points", "paint": {"circle-radius": 20,
            "circle-color": "#3b6fb6", "circle-opacity": 0.7}}]})";

constexpr std::atomic<bool> kNotCancelled{false};

image::Image painted(const scene::MapSnapshot& map, const scene::GridRect& rect) {
    scene::DisplayListCache cache{1 << 20};
    image::Image picture{rect.width, rect.height};
    paint_rect(map, 1, rect, {cache, nullptr}, picture, kNotCancelled);
    return picture;
}

TEST(PaintRect, PaintsLayerByLayerWhatOneListWouldBe) {
    const auto map = scene::small_map(kMap);
    const scene::GridRect rect{-300, -300, 700, 700};
    image::Image at_once{rect.width, rect.height};
    paint::paint(scene::build_display_list(*map, 1, rect, kNotCancelled), at_once, kNotCancelled);
    EXPECT_EQ(painted(*map, rect), at_once);
}

TEST(PaintRect, HasNoSeamsBetweenTiles) {
    const auto map = scene::small_map(kMap);
    const scene::GridRect rect{-600, -550, 1400, 1250};
    const image::Image whole = painted(*map, rect);
    for (const scene::TilePlace place : scene::tiles_of(rect)) {
        const image::Image tile = painted(*map, place.rect());
        int different = 0;
        for (int y = 0; y < tile.height_px(); ++y) {
            for (int x = 0; x < tile.width_px(); ++x) {
                const int column = static_cast<int>(place.rect().left - rect.left) + x;
                const int row = static_cast<int>(place.rect().top - rect.top) + y;
                if (column < 0 || row < 0 || column >= rect.width || row >= rect.height) continue;
                for (int i = 0; i < 4; ++i) different += tile.pixel(x, y)[i] != whole.pixel(column, row)[i];
            }
        }
        EXPECT_EQ(different, 0) << "tile " << place.column << ", " << place.row;
    }
}

TEST(PaintRect, DrawsAHiddenLayerNotThoughItsListIsKept) {
    const auto map = scene::small_map(kMap);
    const scene::GridRect rect{-300, -300, 512, 512};
    scene::DisplayListCache cache{1 << 20};
    image::Image picture{rect.width, rect.height};
    paint_rect(*map, 1, rect, {cache, nullptr}, picture, kNotCancelled);
    scene::MapSnapshot without = *map;
    without.layers[1].is_visible = false;
    paint_rect(without, 1, rect, {cache, nullptr}, picture, kNotCancelled);
    EXPECT_EQ(picture, painted(without, rect));
}

TEST(PaintRect, StaysAliveWithFiveHundredLayers) {
    std::string json = R"({"sources": {"areas": {"features": [{"geometry": {"type": "Polygon",
        "coordinates": [[[-90, -90], [90, -90], [90, 90], [-90, -90]]]}}]}}, "layers": [)";
    for (int i = 0; i < 500; ++i) {
        if (i > 0) json += ',';
        json += fmt::format(R"({{"id": "l{}", "type": "fill", "source": "areas",
            "paint": {{"fill-color": "#1f6f78", "fill-opacity": 0.01}}}})",
                            i);
    }
    json += "]}";
    const image::Image picture = painted(*scene::small_map(json), {0, 0, 64, 64});
    EXPECT_LT(picture.pixel(40, 20)[2], 200);
}

}  // namespace
}  // namespace jinsha::screen
