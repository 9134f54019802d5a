#include "paint/painter.hpp"
#include "paint/stored_picture.hpp"
#include "scene/display_list.hpp"
#include "scene/small_map.hpp"
#include "scene/tile_grid.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace jinsha::paint {
namespace {

using scene::GridRect;

// Every document shows map coordinates 0, 0 to 240, 180, one unit a pixel.

constexpr std::string_view kFills = R"json({
  "sources": {
    "land": {"features": [
      {"properties": {"use": "field"}, "geometry": {"type": "Polygon", "coordinates":
        [[[10, 100], [60, 95], [75, 130], [50, 170], [15, 165], [10, 100]]]}},
      {"properties": {"use": "wood"}, "geometry": {"type": "Polygon", "coordinates":
        [[[60, 95], [120, 105], [115, 172], [50, 170], [75, 130], [60, 95]]]}},
      {"properties": {"use": "lake"}, "geometry": {"type": "Polygon", "coordinates":
        [[[130, 100], [230, 100], [230, 170], [130, 170], [130, 100]],
         [[150, 115], [150, 155], [175, 155], [175, 115], [150, 115]],
         [[190, 120], [205, 155], [220, 120], [190, 120]]]}}]},
    "plots": {"features": [
      {"properties": {"height": 2}, "geometry": {"type": "Polygon", "coordinates":
        [[[10, 20], [60, 20], [60, 70], [10, 70], [10, 20]]]}},
      {"properties": {"height": 1}, "geometry": {"type": "Polygon", "coordinates":
        [[[40, 40], [100, 40], [100, 80], [40, 80], [40, 40]]]}}]},
    "star": {"features": [
      {"geometry": {"type": "Polygon", "coordinates":
        [[[170, 80], [188, 25], [140, 59], [200, 59], [152, 25], [170, 80]]]}}]}},
  "layers": [
    {"id": "ground", "type": "background", "paint": {"background-color": "#f1eee7"}},
    {"id": "land", "type": "fill", "source": "land", "paint": {
      "fill-color": ["match", ["get", "use"], "field", "#e9dcc6", "wood", "#8fb573", "#7fb3cb"],
      "fill-outline-color": ["case", ["==", ["get", "use"], "lake"], "#1f6486", "#7a5c3e"]}},
    {"id": "plots", "type": "fill", "source": "plots",
      "layout": {"fill-sort-key": ["get", "height"]},
      "paint": {"fill-color": ["case", ["==", ["get", "height"], 2], "#c24a33", "#3b6fb6"],
                "fill-opacity": 0.6, "fill-translate": [4, 6]}},
    {"id": "star", "type": "fill", "source": "star", "paint": {"fill-color": "#6a51a3", "fill-antialias": false}}]
})json";

constexpr std::string_view kCapsAndJoins = R"json({
  "sources": {"a": {"features": [
    {"properties": {"n": 0}, "geometry": {"type": "LineString", "coordinates": [[20, 110], [45, 160], [70, 110]]}},
    {"properties": {"n": 1}, "geometry": {"type": "LineString", "coordinates": [[95, 110], [120, 160], [145, 110]]}},
    {"properties": {"n": 2}, "geometry": {"type": "LineString", "coordinates": [[170, 110], [195, 160], [220, 110]]}},
    {"properties": {"n": 3}, "geometry": {"type": "LineString", "coordinates": [[20, 30], [70, 38], [20, 46]]}},
    {"properties": {"n": 4}, "geometry": {"type": "Polygon", "coordinates":
      [[[100, 25], [145, 25], [140, 75], [105, 75], [100, 25]]]}},
    {"properties": {"n": 5}, "geometry": {"type": "MultiLineString", "coordinates":
      [[[165, 25], [225, 75]], [[165, 75], [225, 25]]]}}]}},
  "layers": [
    {"id": "0", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 0],
      "layout": {"line-cap": "butt", "line-join": "miter"}, "paint": {"line-width": 14, "line-color": "#7a5c3e"}},
    {"id": "1", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 1],
      "layout": {"line-cap": "round", "line-join": "round"}, "paint": {"line-width": 14, "line-color": "#2a7d4f"}},
    {"id": "2", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 2],
      "layout": {"line-cap": "square", "line-join": "bevel"}, "paint": {"line-width": 14, "line-color": "#3b6fb6"}},
    {"id": "3", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 3],
      "layout": {"line-join": "miter", "line-miter-limit": 2},
      "paint": {"line-width": 6, "line-color": "#b0457b"}},
    {"id": "4", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 4],
      "paint": {"line-width": 8, "line-color": "#946c00", "line-opacity": 0.7}},
    {"id": "5", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 5],
      "layout": {"line-cap": "round"}, "paint": {"line-width": 10, "line-color": "#c24a33", "line-opacity": 0.5}},
    {"id": "middle", "type": "line", "source": "a", "paint": {"line-width": 1, "line-color": "#ffffff"}}]
})json";

constexpr std::string_view kDashesOffsetsAndBlur = R"json({
  "sources": {
    "a": {"features": [
      {"properties": {"n": 0}, "geometry": {"type": "LineString", "coordinates": [[10, 165], [120, 165], [230, 150]]}},
      {"properties": {"n": 1}, "geometry": {"type": "LineString", "coordinates": [[10, 145], [120, 150], [230, 132]]}},
      {"properties": {"n": 2}, "geometry": {"type": "LineString", "coordinates": [[10, 128], [230, 118]]}},
      {"properties": {"n": 3}, "geometry": {"type": "LineString", "coordinates":
        [[10, 80], [50, 105], [80, 70], [80, 70], [115, 100]]}},
      {"properties": {"n": 4}, "geometry": {"type": "LineString", "coordinates": [[130, 80], [170, 105], [230, 75]]}},
      {"properties": {"n": 5}, "geometry": {"type": "LineString", "coordinates": [[130, 20], [175, 50], [228, 22]]}}]},
    "b": {"features": [
      {"geometry": {"type": "Polygon", "coordinates": [[[15, 10], [110, 10], [110, 55], [60, 62], [15, 55], [15, 10]],
        [[50, 25], [50, 45], [75, 45], [75, 25], [50, 25]]]}}]}},
  "layers": [
    {"id": "dashes", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 0],
      "paint": {"line-width": 4, "line-dasharray": [3, 2]}},
    {"id": "dots", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 1],
      "layout": {"line-cap": "round"}, "paint": {"line-width": 5, "line-dasharray": [0, 2], "line-color": "#c24a33"}},
    {"id": "odd", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 2],
      "paint": {"line-width": 3, "line-dasharray": [6, 2, 1], "line-color": "#3b6fb6"}},
    {"id": "right", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 3],
      "paint": {"line-width": 2, "line-offset": 8, "line-color": "#2a7d4f"}},
    {"id": "left", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 3],
      "paint": {"line-width": 2, "line-offset": -8, "line-color": "#6a51a3"}},
    {"id": "center", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 3], "paint": {"line-width": 1}},
    {"id": "casing", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 4],
      "layout": {"line-join": "round"},
      "paint": {"line-width": 2, "line-gap-width": 8, "line-color": "#a85a1f"}},
    {"id": "blur", "type": "line", "source": "a", "filter": ["==", ["get", "n"], 5],
      "layout": {"line-cap": "round"}, "paint": {"line-width": 22, "line-blur": 8, "line-color": "#1f7399"}},
    {"id": "inner glow", "type": "line", "source": "b",
      "paint": {"line-width": 10, "line-offset": 5, "line-blur": 4, "line-color": "#d98e62"}},
    {"id": "edge", "type": "line", "source": "b", "paint": {"line-width": 1.6, "line-color": "#b4643c"}}]
})json";

constexpr std::string_view kCircles = R"json({
  "sources": {"a": {"features": [
    {"properties": {"r": 4}, "geometry": {"type": "Point", "coordinates": [30, 150]}},
    {"properties": {"r": 9}, "geometry": {"type": "Point", "coordinates": [70.5, 150.25]}},
    {"properties": {"r": 16}, "geometry": {"type": "Point", "coordinates": [120, 150]}},
    {"properties": {"r": 25}, "geometry": {"type": "Point", "coordinates": [190, 145]}},
    {"properties": {"r": 12}, "geometry": {"type": "Point", "coordinates": [0, 90]}}]},
    "b": {"features": [{"geometry": {"type": "LineString", "coordinates": [[20, 30], [80, 60], [140, 30]]}}]},
    "c": {"features": [{"geometry": {"type": "Point", "coordinates": [195, 60]}}]}},
  "layers": [
    {"id": "discs", "type": "circle", "source": "a", "paint": {
      "circle-radius": ["get", "r"], "circle-color": "#2a7d4f", "circle-opacity": 0.5,
      "circle-stroke-width": 3, "circle-stroke-color": "#b5741b", "circle-stroke-opacity": 0.9}},
    {"id": "corners", "type": "circle", "source": "b", "paint": {"circle-radius": 5, "circle-color": "#3b6fb6",
      "circle-translate": [10, 5]}},
    {"id": "soft", "type": "circle", "source": "c", "paint": {"circle-radius": 30, "circle-color": "#c24a33",
      "circle-blur": 1}},
    {"id": "hard", "type": "circle", "source": "c", "paint": {"circle-radius": 2.5, "circle-color": "#000000"}}]
})json";

constexpr std::string_view kOrder = R"json({
  "sources": {
    "a": {"features": [{"geometry": {"type": "Polygon", "coordinates":
      [[[20, 20], [220, 30], [200, 160], [40, 150], [20, 20]]]}}]},
    "l": {"features": [{"geometry": {"type": "LineString", "coordinates": [[0, 90], [240, 95]]}}]},
    "p": {"features": [{"geometry": {"type": "Point", "coordinates": [120, 92]}}]}},
  "layers": [
    {"id": "under", "type": "line", "source": "l", "paint": {"line-width": 30, "line-color": "#1f7399"}},
    {"id": "area", "type": "fill", "source": "a", "paint": {"fill-color": "#f4e2b8", "fill-opacity": 0.8}},
    {"id": "over", "type": "line", "source": "l", "paint": {"line-width": 12, "line-color": "#c24a33"}},
    {"id": "dot", "type": "circle", "source": "p", "paint": {"circle-radius": 14, "circle-color": "#ffffff"}},
    {"id": "veil", "type": "background", "paint": {"background-color": "#22302e", "background-opacity": 0.15}},
    {"id": "line", "type": "line", "source": "l", "paint": {"line-width": 1}}]
})json";

/// Paints the part of the pixel grid that shows 0, 0 to 240, 180, as one or in tiles.
class Picture {
public:
    explicit Picture(std::string_view json, double pixel_ratio = 1)
        : map_{scene::small_map(json, pixel_ratio)},
          scale_{map_->units_per_pixel(scene::kSmallMapZoom)},
          rect_{0, static_cast<int>(-180 * pixel_ratio), static_cast<int>(240 * pixel_ratio),
                static_cast<int>(180 * pixel_ratio)} {}

    [[nodiscard]] image::Image whole() const { return painted(rect_); }

    /// Put together from pieces of `side_px`, the way tiles make up a window.
    [[nodiscard]] image::Image in_pieces(int side_px) const {
        image::Image picture{rect_.width, rect_.height};
        for (int y = 0; y < rect_.height; y += side_px) {
            for (int x = 0; x < rect_.width; x += side_px) {
                image::draw_over(picture, painted({rect_.left + x, rect_.top + y, side_px, side_px}), x, y);
            }
        }
        return picture;
    }

private:
    [[nodiscard]] image::Image painted(const GridRect& rect) const {
        const std::atomic<bool> cancelled{false};
        image::Image picture{rect.width, rect.height};
        paint(scene::build_display_list(*map_, scale_, rect, cancelled), picture, cancelled);
        return picture;
    }

    std::shared_ptr<const scene::MapSnapshot> map_;
    double scale_;
    GridRect rect_;
};

struct Document {
    const char* name;
    std::string_view json;
};

class StoredPicture : public testing::TestWithParam<Document> {};

TEST_P(StoredPicture, LooksAsItDid) {
    EXPECT_TRUE(looks_like_stored(Picture{GetParam().json}.whole(), GetParam().name));
}

TEST_P(StoredPicture, LooksAsItDidAtTwiceThePixels) {
    EXPECT_TRUE(looks_like_stored(Picture{GetParam().json, 2}.whole(), std::string{GetParam().name} + "@2x"));
}

TEST_P(StoredPicture, IsTheSameToTheLastBitInTiles) {
    const Picture picture{GetParam().json};
    const image::Image whole = picture.whole();
    for (const int side_px : {16, 50, 101}) EXPECT_TRUE(picture.in_pieces(side_px) == whole) << side_px;
}

INSTANTIATE_TEST_SUITE_P(Of, StoredPicture,
                         testing::Values(Document{"fills", kFills}, Document{"caps-and-joins", kCapsAndJoins},
                                         Document{"dashes-offsets-blur", kDashesOffsetsAndBlur},
                                         Document{"circles", kCircles}, Document{"order", kOrder}),
                         [](const testing::TestParamInfo<Document>& of) {
                             std::string name = of.param.name;
                             std::erase(name, '-');
                             return name;
                         });

TEST(LooksLikeStored, NoticesADotThatIsMissingAndALineThatMoved) {
    const image::Image dotted = Picture{kCircles}.whole();
    image::Image without_dot = dotted;
    for (int y = 117; y < 124; ++y) {  // the small black dot at 195, 60
        for (int x = 192; x < 199; ++x)
            std::ranges::copy(dotted.pixel(205, 120), without_dot.pixel(x, y).begin());
    }
    EXPECT_FALSE(looks_like_stored(without_dot, "circles"));

    const image::Image lines = Picture{kOrder}.whole();
    image::Image moved = lines;
    for (int y = 1; y < lines.height_px(); ++y) {
        for (int x = 0; x < lines.width_px(); ++x) {
            std::ranges::copy(lines.pixel(x, y - 1), moved.pixel(x, y).begin());
        }
    }
    EXPECT_FALSE(looks_like_stored(moved, "order"));
    EXPECT_FALSE(looks_like_stored(dotted, "of-nothing"));
}

}  // namespace
}  // namespace jinsha::paint
