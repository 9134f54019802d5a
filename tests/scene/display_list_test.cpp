#include "scene/display_list.hpp"

#include "scene/small_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <variant>
#include <vector>

namespace jinsha::scene {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr GridRect kRect{0, -100, 100, 100};  // map coordinates 0, 0 to 100, 100

DisplayList list_of(const MapSnapshot& map, double zoom = kSmallMapZoom, const GridRect& rect = kRect) {
    return build_display_list(map, map.units_per_pixel(zoom), rect, std::atomic<bool>{false});
}

DisplayList list_of(std::string_view json, double zoom = kSmallMapZoom) {
    return list_of(*small_map(json), zoom);
}

template <class Item>
std::vector<Item> items(const DisplayList& list) {
    std::vector<Item> found;
    for (const DisplayItem& item : list.items) {
        if (const auto* one = std::get_if<Item>(&item)) found.push_back(*one);
    }
    return found;
}

/// A document with one square feature, from 10 to 90, and the layers given.
std::string with_square(std::string_view layers) {
    return R"({"sources": {"a": {"features": [{"properties": {"kind": "x"}, "geometry": {"type": "Polygon",
        "coordinates": [[[10, 10], [90, 10], [90, 90], [10, 90], [10, 10]]]}}]}}, "layers": [)" +
           std::string{layers} + "]}";
}

/// A document with points at x = 10, 20, 30, of rank 3, 1, 2.
std::string with_points(std::string_view layers) {
    return R"({"sources": {"a": {"features": [
        {"properties": {"rank": 3}, "geometry": {"type": "Point", "coordinates": [10, 50]}},
        {"properties": {"rank": 1}, "geometry": {"type": "Point", "coordinates": [20, 50]}},
        {"properties": {"rank": 2}, "geometry": {"type": "Point", "coordinates": [30, 50]}}]}}, "layers": [)" +
           std::string{layers} + "]}";
}

TEST(DisplayList, HasWhitePaperWithoutABackground) {
    const DisplayList list = list_of(R"({"layers": []})");
    EXPECT_EQ(list.width_px, 100);
    EXPECT_EQ(list.height_px, 100);
    EXPECT_EQ(list.background, (style::Color{1, 1, 1, 1}));
}

TEST(DisplayList, PutsABackgroundThatLetsLightThroughOnThePaper) {
    const DisplayList list = list_of(R"({"layers": [{"id": "b", "type": "background",
        "paint": {"background-color": "#000000", "background-opacity": 0.25}}]})");
    EXPECT_NEAR(list.background.r, 0.75, 1e-9);
    EXPECT_EQ(list.background.a, 1);
    EXPECT_THAT(list.items, IsEmpty());
}

TEST(DisplayList, FillsTheWholeRectangleWithABackgroundAboveOtherLayers) {
    const DisplayList list = list_of(with_square(
        R"({"id": "f", "type": "fill", "source": "a"},
           {"id": "b", "type": "background", "paint": {"background-color": "#ff0000"}})"));
    const auto fills = items<FillItem>(list);
    ASSERT_THAT(fills, SizeIs(2));
    EXPECT_EQ(list.fill_paints[fills[1].paint].color, (style::Color{1, 0, 0, 1}));
    EXPECT_THAT(list.part(fills[1].rings.first), testing::Contains(SubPixelPoint{25600, 25600}));
}

TEST(DisplayList, CountsInSubPixelsFromTheUpperLeftCorner) {
    const DisplayList list = list_of(with_square(R"({"id": "f", "type": "fill", "source": "a"})"));
    const auto fills = items<FillItem>(list);
    ASSERT_THAT(fills, SizeIs(1));
    const auto ring = list.part(fills[0].rings.first);
    EXPECT_EQ(ring.front(), (SubPixelPoint{10 * 256, 90 * 256})) << "y is down";
    EXPECT_EQ(ring.back(), ring.front());
}

TEST(DisplayList, LeavesOutLayersThatAreHiddenOrOutOfTheirZooms) {
    const auto with = [](std::string_view more) {
        return with_square(R"({"id": "f", "type": "fill", "source": "a", )" + std::string{more} + "}");
    };
    EXPECT_THAT(list_of(with(R"("layout": {"visibility": "none"})")).items, IsEmpty());
    EXPECT_THAT(list_of(with(R"("minzoom": 10.25)")).items, IsEmpty());
    EXPECT_THAT(list_of(with(R"("minzoom": 10)")).items, SizeIs(1)) << "from minzoom on";
    EXPECT_THAT(list_of(with(R"("maxzoom": 10)")).items, IsEmpty()) << "maxzoom itself is not drawn";
}

TEST(DisplayList, FiltersAtWholeZoomsAndPaintsAtTheExactOne) {
    const std::string json = with_square(R"({"id": "c", "type": "line", "source": "a",
        "filter": ["<", ["zoom"], 10.1],
        "paint": {"line-width": ["interpolate", ["linear"], ["zoom"], 10, 2, 11, 4]}})");
    const DisplayList list = list_of(json, 10.5);
    ASSERT_THAT(list.stroke_paints, SizeIs(1)) << "the filter sees zoom 10";
    EXPECT_NEAR(list.stroke_paints[0].width, 3, 1e-6);
    EXPECT_THAT(list_of(json, 11).items, IsEmpty());
}

TEST(DisplayList, TakesLengthsTimesThePixelRatio) {
    const auto map = small_map(with_square(R"({"id": "l", "type": "line", "source": "a",
        "paint": {"line-width": 3, "line-blur": 1, "line-dasharray": [2, 1]}})"),
                               2);
    const DisplayList list = list_of(*map, kSmallMapZoom, {0, -200, 200, 200});
    ASSERT_THAT(list.stroke_paints, SizeIs(1));
    EXPECT_EQ(list.stroke_paints[0].width, 6);
    EXPECT_EQ(list.stroke_paints[0].blur, 2);
    EXPECT_THAT(list.stroke_paints[0].dashes, ElementsAre(12, 6));
    EXPECT_EQ(list.points.front(), (SubPixelPoint{20 * 256, 180 * 256}));
}

TEST(DisplayList, MultipliesOpacityIntoColours) {
    const DisplayList list = list_of(with_square(R"({"id": "f", "type": "fill", "source": "a",
        "paint": {"fill-color": "#ff000033", "fill-opacity": 0.5}})"));
    ASSERT_THAT(list.fill_paints, SizeIs(1));
    EXPECT_NEAR(list.fill_paints[0].color.a, 0.1, 1e-9);
}

TEST(DisplayList, LeavesOutWhatCannotBeSeen) {
    EXPECT_THAT(list_of(with_square(R"({"id": "f", "type": "fill", "source": "a",
        "paint": {"fill-opacity": 0}})"))
                    .items,
                IsEmpty());
    EXPECT_THAT(
        list_of(with_square(R"({"id": "l", "type": "line", "source": "a", "paint": {"line-width": 0}})"))
            .items,
        IsEmpty());
    EXPECT_THAT(list_of(with_points(R"({"id": "c", "type": "circle", "source": "a",
        "paint": {"circle-radius": 0}})"))
                    .items,
                IsEmpty());
}

TEST(DisplayList, DrawsOutlinesAfterAllAreasOfTheirLayer) {
    const DisplayList list = list_of(R"({"sources": {"a": {"features": [
        {"geometry": {"type": "Polygon", "coordinates": [[[0, 0], [50, 0], [50, 50], [0, 0]]]}},
        {"geometry": {"type": "Polygon", "coordinates": [[[20, 0], [70, 0], [70, 50], [20, 0]]]}}]}},
        "layers": [{"id": "f", "type": "fill", "source": "a", "paint": {"fill-outline-color": "red"}}]})");
    ASSERT_THAT(list.items, SizeIs(4));
    EXPECT_TRUE(std::holds_alternative<FillItem>(list.items[1]));
    EXPECT_TRUE(std::holds_alternative<StrokeItem>(list.items[2]));
    EXPECT_TRUE(std::get<StrokeItem>(list.items[2]).closed);
}

TEST(DisplayList, GivesEachLayerOfFillsAGroupOfItsOwn) {
    const DisplayList list = list_of(with_square(
        R"({"id": "f", "type": "fill", "source": "a"}, {"id": "g", "type": "fill", "source": "a"})"));
    const auto fills = items<FillItem>(list);
    ASSERT_THAT(fills, SizeIs(2));
    EXPECT_NE(list.fill_paints[fills[0].paint].group, list.fill_paints[fills[1].paint].group);
}

TEST(DisplayList, SortsByTheSortKey) {
    const DisplayList list = list_of(with_points(R"({"id": "c", "type": "circle", "source": "a",
        "layout": {"circle-sort-key": ["get", "rank"]}})"));
    std::vector<int> columns;
    for (const auto& circle : items<CircleItem>(list)) columns.push_back(circle.center.x / 256);
    EXPECT_THAT(columns, ElementsAre(20, 30, 10));
}

TEST(DisplayList, SharesPaintBetweenFeaturesThatLookAlike) {
    const DisplayList same = list_of(with_points(R"({"id": "c", "type": "circle", "source": "a"})"));
    EXPECT_THAT(same.items, SizeIs(3));
    EXPECT_THAT(same.circle_paints, SizeIs(1));
    const DisplayList two = list_of(with_points(R"({"id": "c", "type": "circle", "source": "a",
        "paint": {"circle-radius": ["case", [">", ["get", "rank"], 1], 4, 9]}})"));
    EXPECT_THAT(two.circle_paints, SizeIs(2));
}

TEST(DisplayList, DrawsCirclesAtEveryCorner) {
    const DisplayList list = list_of(with_square(R"({"id": "c", "type": "circle", "source": "a"})"));
    EXPECT_THAT(items<CircleItem>(list), SizeIs(4));
}

TEST(DisplayList, SeesCirclesWhoseCentreLiesBeside) {
    const auto map = small_map(with_points(R"({"id": "c", "type": "circle", "source": "a",
        "paint": {"circle-radius": 8, "circle-stroke-width": 4}})"));
    EXPECT_THAT(list_of(*map, kSmallMapZoom, {41, -100, 50, 100}).items, SizeIs(1));
    EXPECT_THAT(list_of(*map, kSmallMapZoom, {45, -100, 50, 100}).items, IsEmpty());
}

TEST(DisplayList, MovesTranslatedShapesEastAndSouth) {
    const DisplayList list = list_of(with_points(R"({"id": "c", "type": "circle", "source": "a",
        "filter": ["==", ["get", "rank"], 3], "paint": {"circle-translate": [3, 5]}})"));
    const auto circles = items<CircleItem>(list);
    ASSERT_THAT(circles, SizeIs(1));
    EXPECT_EQ(circles[0].center, (SubPixelPoint{13 * 256, 55 * 256}));
}

TEST(DisplayList, LetsTheLastOfAnOddNumberOfDashesGoOnIntoTheFirst) {
    const DisplayList list = list_of(with_square(R"({"id": "l", "type": "line", "source": "a",
        "paint": {"line-width": 2, "line-dasharray": [3, 1, 2]}})"));
    ASSERT_THAT(list.stroke_paints, SizeIs(1));
    EXPECT_THAT(list.stroke_paints[0].dashes, ElementsAre(6, 2, 4, 0));
}

TEST(DisplayList, DrawsDashesWithoutGapsOrTooShortToSeeSolid) {
    for (const char* dashes : {"[3, 0]", "[0.05, 0.05]", "[0, 0]"}) {
        const DisplayList list = list_of(with_square(R"({"id": "l", "type": "line", "source": "a",
            "paint": {"line-dasharray": )" + std::string{dashes} +
                                                     "}}"));
        ASSERT_THAT(list.stroke_paints, SizeIs(1));
        EXPECT_THAT(list.stroke_paints[0].dashes, IsEmpty()) << dashes;
    }
}

/// Rows of the first point of every part, in pixels.
std::vector<double> first_rows(const DisplayList& list) {
    std::vector<double> rows;
    for (std::uint32_t i = 0; i < list.part_ends.size(); ++i) rows.push_back(list.part(i).front().y / 256.0);
    return rows;
}

std::string with_line_east(std::string_view paint) {
    return R"({"sources": {"a": {"features": [{"geometry": {"type": "LineString",
        "coordinates": [[10, 50], [90, 50]]}}]}}, "layers": [{"id": "l", "type": "line", "source": "a",
        "paint": )" +
           std::string{paint} + "}]}";
}

TEST(DisplayList, OffsetsALineToItsRight) {
    EXPECT_THAT(first_rows(list_of(with_line_east(R"({"line-offset": 7})"))), ElementsAre(57));
    EXPECT_THAT(first_rows(list_of(with_line_east(R"({"line-offset": -7})"))), ElementsAre(43));
}

TEST(DisplayList, DrawsTwoLinesBesideAGapAsOneItem) {
    const DisplayList list = list_of(with_line_east(R"({"line-width": 2, "line-gap-width": 6})"));
    EXPECT_THAT(first_rows(list), ElementsAre(46, 54)) << "each beyond half the gap, by half its width";
    EXPECT_THAT(list.items, SizeIs(1));
}

TEST(DisplayList, OffsetsPolygonsInwards) {
    const DisplayList list = list_of(with_square(R"({"id": "l", "type": "line", "source": "a",
        "paint": {"line-offset": 5}})"));
    const auto strokes = items<StrokeItem>(list);
    ASSERT_THAT(strokes, SizeIs(1));
    const auto ring = list.part(strokes[0].lines.first);
    const auto [left, right] = std::ranges::minmax(ring, {}, &SubPixelPoint::x);
    EXPECT_EQ(left.x, 15 * 256);
    EXPECT_EQ(right.x, 85 * 256);
}

TEST(DisplayList, KeepsTheAreaOfPolygonsTooSmallToSee) {
    std::string ring;
    for (int i = 0; i <= 24; ++i) {  // a square of 0.2 units with six points on each side
        const int side = i / 6 % 4, step = i % 6;
        const double along = step / 30.0;
        const double x = side == 0 ? along : side == 1 ? 0.2 : side == 2 ? 0.2 - along : 0;
        const double y = side == 0 ? 0 : side == 1 ? along : side == 2 ? 0.2 : 0.2 - along;
        ring += (i ? ", [" : "[") + std::to_string(50.1 + x) + ", " + std::to_string(50.1 + y) + "]";
    }
    const DisplayList list = list_of(R"({"sources": {"a": {"features": [{"geometry": {"type": "Polygon",
        "coordinates": [[)" + ring + R"(]]}}]}}, "layers": [{"id": "f", "type": "fill", "source": "a"}]})");
    ASSERT_THAT(list.items, SizeIs(1));
    const auto [left, right] = std::ranges::minmax(list.part(0), {}, &SubPixelPoint::x);
    EXPECT_NEAR(right.x - left.x, 0.2 * 256, 1);
}

TEST(DisplayList, BearsCoordinatesBeyondAllBounds) {
    for (const char* far : {"1e9", "1e15", "1e300"}) {
        const std::string f = far;
        const DisplayList list = list_of(R"({"sources": {"a": {"features": [
            {"geometry": {"type": "Polygon", "coordinates": [[[-)" +
                                         f + ", -" + f + "], [" + f + ", -" + f + "], [" + f + ", " + f +
                                         "], [-" + f + ", " + f + "], [-" + f + ", -" + f +
                                         R"(]]]}},
            {"geometry": {"type": "LineString", "coordinates": [[-)" +
                                         f + ", -" + f + "], [" + f + ", " + f + R"(]]}},
            {"geometry": {"type": "Point", "coordinates": [)" +
                                         f + ", " + f + R"(]}}]}},
            "layers": [{"id": "f", "type": "fill", "source": "a"},
                       {"id": "l", "type": "line", "source": "a", "paint": {"line-dasharray": [3, 2]}},
                       {"id": "c", "type": "circle", "source": "a"}]})");
        ASSERT_FALSE(list.items.empty()) << far;
        EXPECT_LT(list.points.size(), 1000u) << far;
        for (const SubPixelPoint& p : list.points) {
            EXPECT_LE(std::abs(p.x), 200 * 256);
            EXPECT_LE(std::abs(p.y), 200 * 256);
        }
    }
}

TEST(DisplayList, StopsWhenItIsCancelled) {
    const auto map = small_map(with_points(R"({"id": "c", "type": "circle", "source": "a"})"));
    const DisplayList list =
        build_display_list(*map, map->units_per_pixel(10), kRect, std::atomic<bool>{true});
    EXPECT_THAT(list.items, IsEmpty());
    EXPECT_EQ(list.width_px, 100);
}

TEST(DisplayList, EndsBelowTheTopmostRunOfSymbols) {
    const DisplayList list = list_of(with_square(
        R"({"id": "f", "type": "fill", "source": "a"},
           {"id": "s", "type": "symbol", "source": "a", "layout": {"text-field": "a"}})"));
    EXPECT_THAT(list.items, SizeIs(1));
}

}  // namespace
}  // namespace jinsha::scene
